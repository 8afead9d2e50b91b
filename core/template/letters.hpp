#pragma once
// Work on the letters of a text that filters and methods share: white space, capitals, words,
// replacing. Vietnamese letters count as one character each.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quyche {

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] bool is_letter(std::string_view character);
[[nodiscard]] bool is_space(std::string_view character);
/// Without the characters of `set` at the ends asked for; an empty set means white space.
[[nodiscard]] std::string stripped(std::string_view text, std::string_view set, bool left,
                                   bool right);
/// First letter upper, the rest lower (Python's capitalize).
[[nodiscard]] std::string capitalised(std::string_view text);
/// Every run of letters so (Python's title); `starts` says behind which characters a word begins,
/// empty: behind any that is no letter.
[[nodiscard]] std::string titled(std::string_view text, std::string_view starts);
/// At most `limit` times, from the left; a negative limit means all.
[[nodiscard]] std::string replaced(std::string_view text, std::string_view old,
                                   std::string_view with, std::int64_t limit);
/// Python's split: an empty mark means runs of white space.
[[nodiscard]] std::vector<std::string> split_text(std::string_view text, std::string_view mark,
                                                  std::int64_t limit);
[[nodiscard]] std::vector<std::string> lines_of(std::string_view text, bool keep_ends);

}  // namespace quyche
