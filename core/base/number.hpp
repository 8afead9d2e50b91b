#pragma once
// Numbers as Vietnamese offices write them, independent of the process locale, integers only.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace quyche {

/// 1039 → "1.039".
[[nodiscard]] std::string grouped(std::int64_t number);
/// part : whole as a percentage with two decimals, half up: (999, 1039) → "96,15%". |part| up to
/// 10^14; throws Error bug.empty-whole unless whole > 0.
[[nodiscard]] std::string percentage(std::int64_t part, std::int64_t whole);
/// "một nghìn không trăm ba mươi chín". Up to ± (10^12 - 1), "999 tỷ …"; past it, grouped digits.
/// After the first class every class that is not zero is read in full ("không trăm"), a zero class
/// not at all (1.000.005 → "một triệu không trăm linh năm"). No tens: "linh". After "mươi": "mốt",
/// "tư", "lăm"; after "mười": "lăm" only; anywhere else "một", "bốn", "năm".
[[nodiscard]] std::string number_words(std::int64_t number);
/// 1 → "I"; 1 to 3999, else the decimal digits. Back: only what `roman` writes.
[[nodiscard]] std::string roman(int number);
[[nodiscard]] std::optional<int> roman_value(std::string_view text);
/// The letters of điểm: 1 → "a", 5 → "đ", 7 → "g"; past "y": "aa", "ab" … ; and back.
[[nodiscard]] std::string point_letter(int number);
[[nodiscard]] std::optional<int> point_value(std::string_view letters);
/// Two digits at least: 1 → "01".
[[nodiscard]] std::string two_digits(int number);

}  // namespace quyche
