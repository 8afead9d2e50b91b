#include "render/simple_tag.hpp"

#include <array>

namespace quyche {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// Letters that may end a tag, a line or its words, or begin an entity or a quotation. The byte E2
/// leads curly quotation marks.
constexpr auto k_odd = [] {
  std::array<bool, 256> odd{};
  for (const char c : std::string_view("{}\"'&#\\\xE2\t\r\n")) {
    odd[static_cast<unsigned char>(c)] = true;
  }
  return odd;
}();

/// Whether a tag that prints this has no prefix and trims nothing.
bool is_simple(std::string_view inner) {
  if (inner.empty() || inner.back() == '-') return false;
  if (inner.front() == ' ') return inner.find_first_not_of(' ') != inner.npos;
  return is_letter(inner.front()) && inner.find(' ') == inner.npos;
}

/// Where the braces begin that close a tag whose inside begins at `at`; npos when there are none
/// before a letter that asks for a closer look.
std::size_t plain_end(std::string_view words, std::size_t at) {
  while (at < words.size() && !k_odd[static_cast<unsigned char>(words[at])]) ++at;
  return words.substr(at, 2) == "}}" ? at : words.npos;
}

}  // namespace

SimpleTag simple_tag_at(std::string_view words, std::size_t at) {
  using Kind = SimpleTag::Kind;
  const char next = at + 1 < words.size() ? words[at + 1] : '_';
  if (next != '{') {
    const bool is_word = next != '%' && next != '#' && next != '_';
    return {is_word ? Kind::none : Kind::other, at + 1};
  }
  const auto close = plain_end(words, at + 2);
  if (close == words.npos || !is_simple(words.substr(at + 2, close - at - 2))) {
    return {Kind::other, words.size()};
  }
  return {Kind::print, close + 2};
}

bool has_escape(std::string_view words) {
  for (auto at = words.find('_'); at != words.npos; at = words.find('_', at + 1)) {
    if (words.substr(at + 1, 1) == "}") return true;
  }
  return false;
}

}  // namespace quyche
