#pragma once
// Small letters of text in the letters Vietnamese is written with: no letter changes its length, so
// that many bytes are mapped at once. For lower() of text.hpp, which asks ICU about all others, and
// for whoever looks at each letter anyway.

#include <string_view>

#include "base/byte_blocks.hpp"

namespace quyche {

// U+1E96–1E9F are no pairs of capital and small letter as those around them.
inline constexpr unsigned char k_first_unpaired = 0x96;
inline constexpr unsigned char k_last_unpaired = 0x9F;
inline constexpr unsigned char k_times_sign = 0x97;  // ×, among the capitals

/// Behind which lead byte each byte stands.
struct Leads {
  explicit Leads(const ByteBlock& block)
      : c3(is_byte(block.before, 0xC3)),
        c4(is_byte(block.before, 0xC4)),
        c5(is_byte(block.before, 0xC5)),
        c6(is_byte(block.before, 0xC6)),
        e1(is_byte(block.before, 0xE1)),
        e2(is_byte(block.before, 0xE2)),
        third_e1(is_byte(block.two_before, 0xE1)),
        third_e2(is_byte(block.two_before, 0xE2)) {}

  [[nodiscard]] Bytes any() const { return c3 | c4 | c5 | c6 | e1 | e2 | third_e1 | third_e2; }

  Bytes c3, c4, c5, c6, e1, e2;
  Bytes third_e1, third_e2;  ///< the byte is the third of its letter
};

/// Whether each is of no letter that is mapped here, or no UTF-8.
inline Bytes is_other(const ByteBlock& block, const Leads& behind) {
  const auto byte = block.byte;
  // A continuation stands just where one belongs.
  return (is_within(byte, 0x80, 0xBF) ^ behind.any()) | is_within(byte, 0xC0, 0xC2) |
         is_within(byte, 0xC7, 0xE0) | is_within(byte, 0xE3, 0xFF) |
         (behind.c4 & is_within(byte, 0xB0, 0xBF)) | (behind.c5 & ~is_within(byte, 0xA8, 0xA9)) |
         (behind.c6 & ~(is_within(byte, 0xA0, 0xA1) | is_within(byte, 0xAF, 0xB0))) |
         (behind.e1 & ~is_within(byte, 0xBA, 0xBB)) |
         (behind.third_e1 & is_byte(block.before, 0xBA) &
          is_within(byte, k_first_unpaired, k_last_unpaired)) |
         (behind.e2 & ~is_byte(byte, 0x80)) |
         (behind.third_e2 & is_within(byte, 0x80, 0x81));  // U+2000 and U+2001 are others in NFC
}

/// The same in small letters; of use where none is other.
inline Bytes small_of(Bytes byte, const Leads& behind) {
  const Bytes by_32 = is_within(byte, 'A', 'Z') |
                      (behind.c3 & is_within(byte, 0x80, 0x9E) & ~is_byte(byte, k_times_sign));
  // Elsewhere each capital stands in front of its small letter.
  const Bytes by_1 = (is_byte(byte & 1U, 0) & (behind.c4 | behind.c5 | behind.third_e1)) |
                     (behind.c6 & (is_byte(byte, 0xA0) | is_byte(byte, 0xAF)));
  return byte + (by_32 & 32U) + (by_1 & 1U);
}

/// Writes text.size() bytes to `small`. False when a letter is none of ASCII, À–ÿ, Ă, Đ, Ĩ, Ũ, Ơ,
/// Ư, U+1E80–1EFF and the signs of U+2002–203F, or the bytes are no UTF-8; `small` is then of no
/// use. `look(block, leads)` sees every block.
template <typename Look>
[[nodiscard]] bool map_to_small(std::string_view text, char* small, const Look& look) {
  Bytes other{};
  for_each_block(text, [&](const ByteBlock& block, std::size_t at, std::size_t count) {
    const Leads behind(block);
    other |= is_other(block, behind);
    const auto made = small_of(block.byte, behind);
    std::memcpy(small + at, &made, count);
    look(block, behind);
  });
  return !holds_anywhere(other) && !is_cut_off(text);
}

[[nodiscard]] bool map_to_small(std::string_view text, char* small);

}  // namespace quyche
