#pragma once
// Letters that stand in XML as they are. Most of a document is nothing else, read and written, so
// that they are passed sixteen at a time where the processor can.

#include <array>
#include <bit>
#include <cstddef>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace quyche {

/// & < > and control characters; EF leads U+FFFE and U+FFFF, which XML forbids.
inline constexpr auto k_special_letters = [] {
  std::array<bool, 256> special{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) special[byte] = true;
  special['&'] = special['<'] = special['>'] = special[0xEF] = true;
  return special;
}();

/// Where the next byte stands, from `at` on, that is one of these; the size of the text when there
/// is none.
[[nodiscard]] inline std::size_t plain_letters_end(std::string_view text, std::size_t at) {
#if defined(__SSE2__)
  constexpr std::size_t k_lanes = 16;
  for (; text.size() - at >= k_lanes; at += k_lanes) {
    const auto block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    const auto is_byte = [&block](char byte) { return _mm_cmpeq_epi8(block, _mm_set1_epi8(byte)); };
    const auto is_control = _mm_cmpeq_epi8(_mm_min_epu8(block, _mm_set1_epi8(0x1F)), block);
    const auto is_sign = _mm_or_si128(_mm_or_si128(is_byte('<'), is_byte('&')),
                                      _mm_or_si128(is_byte('>'), is_byte('\xEF')));
    const auto found = static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(is_control, is_sign)));
    if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found));
  }
#endif
  while (at < text.size() && !k_special_letters[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

}  // namespace quyche
