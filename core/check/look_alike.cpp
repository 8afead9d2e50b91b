#include "check/look_alike.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/byte_blocks.hpp"

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

/// Whether one of the bytes begins what is no letter of U+00C0–U+02FF or U+1E00–U+1EFF and no dash,
/// quotation mark or dots (U+2010–U+2026), or is a look-alike.
Bytes is_unclean(const ByteBlock& block) {
  const auto byte = block.byte;
  const auto of_two = is_within(block.before, 0xC3, 0xCB);
  const auto letter = is_byte(block.before, 0xE1);
  const auto sign = is_byte(block.before, 0xE2);
  const auto third_of_sign = is_byte(block.two_before, 0xE2);
  const Bytes follows = of_two | letter | sign | is_byte(block.two_before, 0xE1) | third_of_sign;
  Bytes unclean = (is_within(byte, 0x80, 0xBF) ^ follows) | is_within(byte, 0xC0, 0xC2) |
                  is_within(byte, 0xCC, 0xE0) | is_within(byte, 0xE3, 0xFF) |
                  (letter & ~is_within(byte, 0xB8, 0xBB)) | (sign & ~is_byte(byte, 0x80)) |
                  (third_of_sign & ~is_within(byte, 0x90, 0xA6));
  for (const auto& pair : k_letters) {
    unclean |= is_byte(block.before, static_cast<unsigned char>(pair.first[0])) &
               is_byte(byte, static_cast<unsigned char>(pair.first[1]));
  }
  return unclean;
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

LetterCount count_letters(std::string_view text) {
  Bytes unclean{};
  Bytes own{};
  Bytes all{};
  for_each_block(text, [&](const ByteBlock& block, std::size_t, std::size_t) {
    unclean |= is_unclean(block);
    own |= is_own(block);
    all |= block.byte;
  });
  return {!holds_anywhere(unclean) && !is_cut_off(text), holds_anywhere(own),
          !holds_anywhere(is_high(all))};
}

std::string with_right_letters(std::string text) {
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    const auto* pair = pair_at(text, at);
    if (pair != nullptr) text.replace(at, pair->first.size(), pair->second);
  }
  return text;
}

}  // namespace quyche::check
