#pragma once
// A text in blocks of sixteen bytes, each with the bytes one and two places before: enough to know
// every byte's place in its letter. For the loops over letters that every paragraph goes through:
// they answer for all sixteen at once, without a branch. Values only.

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
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
/// Whether each is no ASCII.
inline Bytes is_high(Bytes bytes) {
  using Signed = signed char __attribute__((vector_size(k_byte_block)));
  return Bytes(Signed(bytes) < 0);
}

using HalfBlocks = std::array<std::uint64_t, k_byte_block / sizeof(std::uint64_t)>;

inline bool holds_anywhere(Bytes answer) {
  const auto halves = std::bit_cast<HalfBlocks>(answer);
  return std::any_of(halves.begin(), halves.end(), [](std::uint64_t half) { return half != 0; });
}
/// `look(i)` for each place where it holds, in turn.
template <typename Look>
void for_each_place(Bytes answer, const Look& look) {
  static_assert(std::endian::native == std::endian::little);
  std::size_t from = 0;
  for (auto half : std::bit_cast<HalfBlocks>(answer)) {
    while (half != 0) {
      const auto place = static_cast<unsigned>(std::countr_zero(half)) / 8U;
      half &= ~(std::uint64_t{0xFF} << (place * 8U));
      look(from + place);
    }
    from += sizeof half;
  }
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
  if (text.empty()) return;
  std::array<char, k_byte_block + 3> start{};  // what the first two places of a block need
  std::memcpy(start.data() + 2, text.data(), std::min(text.size(), k_byte_block + 1));
  for (std::size_t done = 0; done < text.size();) {
    const auto at = done == 0 ? 0 : std::min(done, text.size() - k_byte_block);
    const auto count = std::min(text.size() - at, k_byte_block);
    look(block_at(at < 2 ? start.data() + at : text.data() + at - 2), at, count);
    done = at + count;
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
