#include "check/look_alike.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/small_letters.hpp"

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
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0xC3 || lead > 0xC9) return nullptr;
  const auto* found = std::find_if(k_letters.begin(), k_letters.end(), [&](const auto& pair) {
    return text[at] == pair.first[0] && text[at + 1] == pair.first[1];
  });
  return found == k_letters.end() ? nullptr : found;
}

/// Whether each, of the letters that are mapped to small ones, is of a look-alike or of a space:
/// dashes, quotation marks and dots are U+2010–U+2026.
Bytes is_unclean(const ByteBlock& block, const Leads& behind) {
  static_assert(k_letters[0].first == "\xC3\x90" && k_letters[1].first == "\xC3\xB0");
  return (behind.c3 & (is_byte(block.byte, 0x90) | is_byte(block.byte, 0xB0))) |
         (behind.third_e2 & ~is_within(block.byte, 0x90, 0xA6));
}

/// Letters that Windows-1252 does not have: U+0100–U+023F, U+1E80–U+1EFF.
Bytes is_own(const ByteBlock& block) {
  return is_within(block.before, 0xC4, 0xC8) |
         (is_byte(block.before, 0xE1) & is_within(block.byte, 0xBA, 0xBF));
}

}  // namespace

std::string_view look_alike_in(std::string_view text) {
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    if (const auto* pair = pair_at(text, at)) return pair->first;
  }
  return {};
}

LetterCount fold_letters(std::string_view text, std::string& folded) {
  Bytes unclean{};
  Bytes own{};
  Bytes all{};
  const auto from = folded.size();
  folded.resize(from + text.size());
  const bool is_mapped =
      map_to_small(text, folded.data() + from, [&](const ByteBlock& block, const Leads& behind) {
        unclean |= is_unclean(block, behind);
        own |= is_own(block);
        all |= block.byte;
      });
  const bool is_clean = is_mapped && !holds_anywhere(unclean);
  if (!is_clean) folded.resize(from);
  return {is_clean, holds_anywhere(own), !holds_anywhere(is_high(all))};
}

std::string with_right_letters(std::string text) {
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    const auto* pair = pair_at(text, at);
    if (pair != nullptr) text.replace(at, pair->first.size(), pair->second);
  }
  return text;
}

}  // namespace quyche::check
