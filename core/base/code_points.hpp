#pragma once
// UTF-8 as code points and back, for the text services of core/base. Values only.

#include <cstdint>
#include <string>
#include <string_view>

namespace quyche {

/// Takes the code point off the front of `rest` (not empty); -1 for one byte that begins none.
[[nodiscard]] std::int32_t next_code_point(std::string_view& rest);
/// U+FFFD for every byte that belongs to no code point.
[[nodiscard]] std::u32string code_points(std::string_view text);
[[nodiscard]] std::string utf8(std::u32string_view text);
[[nodiscard]] bool is_unicode_letter(char32_t c);

}  // namespace quyche
