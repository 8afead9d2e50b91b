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
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0xC3 || lead > 0xC9) return nullptr;
  const auto* found = std::find_if(k_letters.begin(), k_letters.end(), [&](const auto& pair) {
    return text[at] == pair.first[0] && text[at + 1] == pair.first[1];
  });
  return found == k_letters.end() ? nullptr : found;
}

// The second bytes of the look-alikes.
bool may_look_alike(unsigned second) {
  return second == 0x90 || second == 0xB0 || second == 0x89 || second == 0x96;
}

// Letters of U+00C0–U+02FF and of U+1E00–U+1EFF.
bool begins_pair(unsigned lead, unsigned second) {
  return lead >= 0xC3 && lead <= 0xCB && (second & 0xC0U) == 0x80;
}
// Of these, what Windows-1252 does not have: U+0100–U+023F, U+1E80–U+1EFF.
bool is_own(unsigned lead, unsigned second) {
  return (lead >= 0xC4 && lead <= 0xC8) || (lead == 0xE1 && second >= 0xBA);
}
bool begins_triple(unsigned lead, unsigned second) {
  return lead == 0xE1 && second >= 0xB8 && second <= 0xBB;
}
// Dashes, quotation marks, dots: U+2010–U+2026.
bool is_sign(unsigned lead, unsigned second, unsigned third) {
  return lead == 0xE2 && second == 0x80 && third >= 0x90 && third <= 0xA6;
}

bool is_letter_of_three(unsigned lead, unsigned second, unsigned third) {
  return begins_triple(lead, second) && (third & 0xC0U) == 0x80;
}

}  // namespace

std::string_view look_alike_in(std::string_view text) {
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    if (const auto* pair = pair_at(text, at)) return pair->first;
  }
  return {};
}

LetterCount count_letters(std::string_view text) {
  LetterCount count;
  const auto byte = [text](std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
  };
  for (std::size_t at = 0; at < text.size();) {
    const unsigned lead = byte(at);
    if (lead < 0x80) {
      ++at;
      continue;
    }
    count.is_ascii = false;
    const unsigned second = byte(at + 1);
    const bool is_pair = begins_pair(lead, second);
    const unsigned third = byte(at + 2);
    const bool is_triple = is_letter_of_three(lead, second, third) || is_sign(lead, second, third);
    if (!is_triple && (!is_pair || (may_look_alike(second) && pair_at(text, at) != nullptr))) {
      count.is_clean = false;
      return count;
    }
    if (is_own(lead, second)) count.has_own_letter = true;
    at += is_pair ? 2 : 3;
  }
  return count;
}

std::string with_right_letters(std::string text) {
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    const auto* pair = pair_at(text, at);
    if (pair != nullptr) text.replace(at, pair->first.size(), pair->second);
  }
  return text;
}

}  // namespace quyche::check
