#include "template/json_string.hpp"

#include <array>
#include <bit>
#include <cstdint>

#include "base/text.hpp"
#include "base/utf8.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace quyche {
namespace {

/// What a hexadecimal digit says; past the others' sixteen bits for all else.
constexpr std::uint32_t k_no_digit = 0x10000;
constexpr auto k_hexadecimal = [] {
  std::array<std::uint32_t, 256> digits{};
  digits.fill(k_no_digit);
  for (std::uint32_t i = 0; i < 10; ++i) digits['0' + i] = i;
  for (std::uint32_t i = 0; i < 6; ++i) digits['a' + i] = digits['A' + i] = 10 + i;
  return digits;
}();

// What is read goes from place to place in registers: an escape comes every few letters.
struct ReadingPlace {
  const char* in;
  const char* end;
  char* out;

  [[nodiscard]] char next() {
    if (in == end) throw NotRead{};
    return *in++;
  }
};

/// Copies to the next quotation mark, backslash or control character, sixteen letters at a time
/// where the processor can; whether all were ASCII.
inline bool copy_letters(ReadingPlace& at) {
  unsigned high = 0;
#if defined(__SSE2__)
  constexpr std::ptrdiff_t k_lanes = k_json_text_room;
  for (; at.end - at.in >= k_lanes; at.in += k_lanes, at.out += k_lanes) {
    const auto block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at.in));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(at.out), block);
    const auto is_control = _mm_cmpeq_epi8(_mm_min_epu8(block, _mm_set1_epi8(0x1F)), block);
    const auto is_sign = _mm_or_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8('"')),
                                      _mm_cmpeq_epi8(block, _mm_set1_epi8('\\')));
    const auto ends = static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(is_control, is_sign)));
    const auto highs = static_cast<unsigned>(_mm_movemask_epi8(block));
    if (ends != 0) {
      const auto count = std::countr_zero(ends);
      at.in += count;
      at.out += count;
      return (high | (highs & ~ends & (ends - 1U))) == 0;
    }
    high |= highs;
  }
#endif
  for (; at.in != at.end; ++at.in) {
    const auto byte = static_cast<unsigned char>(*at.in);
    if (byte == '"' || byte == '\\' || byte < 0x20) break;
    high |= byte & 0x80U;
    *at.out++ = *at.in;
  }
  return high == 0;
}

char letter_escaped(char c) {
  switch (c) {
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case '"':
    case '\\':
    case '/':
      return c;
    default:
      throw NotRead{};
  }
}

inline std::uint32_t hexadecimal(ReadingPlace& at) {
  constexpr std::ptrdiff_t k_digits = 4;
  if (at.end - at.in < k_digits) throw NotRead{};
  const auto digit = [&at](std::size_t i) {
    return k_hexadecimal[static_cast<unsigned char>(at.in[i])];
  };
  const auto code = digit(0) << 12U | digit(1) << 8U | digit(2) << 4U | digit(3);
  if (code >= k_no_digit) throw NotRead{};
  at.in += k_digits;
  return code;
}

/// Of a character past U+FFFF, from the first half of its pair.
std::uint32_t with_low_half(std::uint32_t high, ReadingPlace& at) {
  if (high >= 0xDC00U || at.next() != '\\' || at.next() != 'u') throw NotRead{};
  const auto low = hexadecimal(at);
  if (low < 0xDC00U || low > 0xDFFFU) throw NotRead{};
  return 0x10000U + ((high - 0xD800U) << 10U) + (low - 0xDC00U);
}

/// Behind the backslash; whether what comes of it stays as it is in NFC.
inline bool escape(ReadingPlace& at) {
  const char c = at.next();
  if (c != 'u') {
    *at.out++ = letter_escaped(c);
    return true;
  }
  auto code = hexadecimal(at);
  if (code >= 0xD800U && code <= 0xDFFFU) code = with_low_half(code, at);
  at.out = put_utf8(at.out, code);
  return stays_in_nfc(code);
}

}  // namespace

JsonText read_json_text(std::string_view json, std::size_t at, char* out) {
  ReadingPlace place{json.data() + at, json.data() + json.size(), out};
  bool stays = true;
  for (;;) {
    stays = copy_letters(place) && stays;
    const char end = place.next();
    if (end == '"') break;
    if (end != '\\') throw NotRead{};
    stays = escape(place) && stays;
  }
  return {static_cast<std::size_t>(place.out - out),
          static_cast<std::size_t>(place.in - json.data()), stays};
}

}  // namespace quyche
