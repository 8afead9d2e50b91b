#include "render/field_instruction.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "render/word_names.hpp"

namespace quyche {
namespace {

struct Word {
  std::size_t begin = 0;
  std::size_t size = 0;
};

/// The next word at or behind `at`, without the quotation marks around it; size 0: there is none.
Word instruction_word(std::string_view text, std::size_t at) {
  at = std::min(text.find_first_not_of(k_space, at), text.size());
  const bool is_quoted = at < text.size() && text[at] == '"';
  if (is_quoted) ++at;
  const auto end = is_quoted ? text.find('"', at) : text.find_first_of(k_space, at);
  return {at, std::min(end, text.size()) - at};
}

std::string capitals(std::string_view word) {
  std::string out(word);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return out;
}

}  // namespace

std::optional<std::pair<std::size_t, std::size_t>> bookmark_in(std::string_view instruction) {
  constexpr std::array<std::string_view, 3> k_references{"REF", "PAGEREF", "NOTEREF"};
  const auto first = instruction_word(instruction, 0);
  const auto kind = capitals(instruction.substr(first.begin, first.size));
  auto found = instruction_word(instruction, first.begin + first.size);
  if (kind == "HYPERLINK") {
    const auto inside = instruction.find("\\l ");
    if (inside == instruction.npos) return std::nullopt;
    found = instruction_word(instruction, inside + 3);
  } else if (std::find(k_references.begin(), k_references.end(), kind) == k_references.end()) {
    return std::nullopt;
  }
  if (found.size == 0 || instruction[found.begin] == '\\') return std::nullopt;
  return std::pair(found.begin, found.size);
}

}  // namespace quyche
