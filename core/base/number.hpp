#pragma once
// Numbers as Vietnamese offices write them, independent of the process locale, integers only.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace quyche {

/// 1039 → "1.039".
[[nodiscard]] std::string grouped(std::int64_t number);
/// part : whole as a percentage with two decimals, half up: (999, 1039) → "96,15%". whole > 0.
[[nodiscard]] std::string percentage(std::int64_t part, std::int64_t whole);
/// "một nghìn không trăm ba mươi chín". Up to ± 999 tỷ (10^12 - 1).
[[nodiscard]] std::string number_words(std::int64_t number);
/// 1 → "I"; 1 to 3999.
[[nodiscard]] std::string roman(int number);
[[nodiscard]] std::optional<int> roman_value(std::string_view text);
/// The letters of điểm: 1 → "a", 5 → "đ", 7 → "g"; past "y": "aa", "ab" … ; and back.
[[nodiscard]] std::string point_letter(int number);
[[nodiscard]] std::optional<int> point_value(std::string_view letters);
/// Two digits at least: 1 → "01".
[[nodiscard]] std::string two_digits(int number);

}  // namespace quyche
