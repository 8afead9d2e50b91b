#include "check/look_alike.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace quyche::check {
namespace {

/// Look-alike and letter in UTF-8; all are two bytes long, so that places in the text stay.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> k_letters{
    {{"\xC3\x90", "\xC4\x90"},
     {"\xC3\xB0", "\xC4\x91"},
     {"\xC6\x89", "\xC4\x90"},
     {"\xC9\x96", "\xC4\x91"}}};

/// The pair whose look-alike stands at `at`; null when none does.
const std::pair<std::string_view, std::string_view>* pair_at(std::string_view text,
                                                             std::size_t at) {
  const auto* found = std::find_if(k_letters.begin(), k_letters.end(), [&](const auto& pair) {
    return text[at] == pair.first[0] && text[at + 1] == pair.first[1];
  });
  return found == k_letters.end() ? nullptr : found;
}

}  // namespace

std::string_view look_alike_in(std::string_view text) {
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    if (const auto* pair = pair_at(text, at)) return pair->first;
  }
  return {};
}

std::string with_right_letters(std::string text) {
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    const auto* pair = pair_at(text, at);
    if (pair != nullptr) text.replace(at, pair->first.size(), pair->second);
  }
  return text;
}

}  // namespace quyche::check
