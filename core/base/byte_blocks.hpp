#pragma once
// A text in blocks of sixteen bytes, each with the bytes one and two places before: enough to know
// every byte's place in its letter. For the loops over letters that every paragraph goes through:
// they answer for all sixteen at once, without a branch. Values only.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace quyche {

inline constexpr std::size_t k_byte_block = 16;
/// Sixteen bytes; of an answer, each is all ones where it holds and zero where it does not.
using Bytes = unsigned char __attribute__((vector_size(k_byte_block)));

inline Bytes bytes_at(const char* place) {
  Bytes bytes;
  std::memcpy(&bytes, place, sizeof bytes);
  return bytes;
}
inline Bytes is_byte(Bytes bytes, unsigned char one) { return Bytes(bytes == one); }
/// Whether each is one of `from` to `to`.
inline Bytes is_within(Bytes bytes, unsigned char from, unsigned char to) {
  return Bytes(bytes - from <= static_cast<unsigned char>(to - from));
}
inline bool holds_anywhere(Bytes answer) {
  std::array<std::size_t, k_byte_block / sizeof(std::size_t)> words{};
  std::memcpy(words.data(), &answer, sizeof answer);
  return std::any_of(words.begin(), words.end(), [](std::size_t word) { return word != 0; });
}

/// Zeros stand before the text and, when it is shorter than a block, behind it.
struct ByteBlock {
  Bytes byte;
  Bytes before;      ///< the byte in front of each
  Bytes two_before;  ///< and the one in front of that
};

inline ByteBlock block_at(const char* two_before) {
  return {bytes_at(two_before + 2), bytes_at(two_before + 1), bytes_at(two_before)};
}

/// `look(block, at, count)` for the block at byte `at`, of which `count` bytes are the text's. The
/// last one may overlap the one before it.
template <typename Look>
void for_each_block(std::string_view text, const Look& look) {
  const auto first = std::min(text.size(), k_byte_block);
  if (first == 0) return;
  std::array<char, k_byte_block + 2> start{};
  std::memcpy(start.data() + 2, text.data(), first);
  look(block_at(start.data()), std::size_t{0}, first);
  for (std::size_t done = first; done < text.size();) {
    const auto at = std::min(done, text.size() - k_byte_block);
    if (at == 1) {  // of seventeen bytes the second block has but one before it
      std::memcpy(start.data() + 1, text.data(), k_byte_block + 1);
      look(block_at(start.data()), at, k_byte_block);
    } else {
      look(block_at(text.data() + at - 2), at, k_byte_block);
    }
    done = at + k_byte_block;
  }
}

/// The last letter has fewer bytes than its first one says.
inline bool is_cut_off(std::string_view text) {
  const auto is_lead = [text](std::size_t back, unsigned char from) {
    return text.size() >= back && static_cast<unsigned char>(text[text.size() - back]) >= from;
  };
  return is_lead(1, 0xC0) || is_lead(2, 0xE0) || is_lead(3, 0xF0);
}

}  // namespace quyche
