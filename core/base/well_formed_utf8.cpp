// Whether bytes are UTF-8. On processors that can look sixteen bytes up in a table at once (SSSE3,
// all since 2006) by the method of Keiser and Lemire: three lookups, of both halves of a byte and
// the upper half of the next one, whose common bits name what is wrong with the pair.

#include <array>
#include <cstdint>
#include <cstring>

#include "base/code_points.hpp"
#include "base/text.hpp"

#if defined(__x86_64__)
#include <tmmintrin.h>
#endif

namespace quyche {
namespace {

/// Where the ASCII at the front ends. Markup comes in long stretches of it.
std::size_t ascii_end(std::string_view text) {
  std::size_t at = 0;
  for (std::uint64_t eight = 0; text.size() - at >= sizeof eight; at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if ((eight & 0x8080808080808080U) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

#if defined(__x86_64__)

// What may be wrong with two bytes side by side.
constexpr char k_too_short = 1;    // a lead byte, then no continuation
constexpr char k_too_long = 2;     // ASCII, then a continuation
constexpr char k_overlong_3 = 4;   // E0, then 80 to 9F
constexpr char k_too_large = 8;    // F4, then 90 or more; F5 and above
constexpr char k_surrogate = 16;   // ED, then A0 or more
constexpr char k_overlong_2 = 32;  // C0 and C1
constexpr char k_overlong_4 = 64;  // F0, then 80 to 8F; F5 and above, then the same
constexpr char k_two_more = -128;  // two continuations: right only behind a lead of three or four
constexpr char k_always = k_too_short | k_too_long | k_two_more;
constexpr char k_large = k_always | k_too_large | k_overlong_4;
constexpr char k_continued = k_too_long | k_overlong_2 | k_two_more;

constexpr std::size_t k_block = 16;

class BlockCheck {
 public:
  __attribute__((target("ssse3"))) void add(__m128i block) {
    const auto both = _mm_or_si128(block, before_);
    if (_mm_movemask_epi8(both) != 0) check(block);
    before_ = block;
  }
  [[nodiscard]] __attribute__((target("ssse3"))) bool is_good() const {
    return _mm_movemask_epi8(_mm_cmpeq_epi8(wrong_, _mm_setzero_si128())) == 0xFFFF;
  }

 private:
  static __attribute__((target("ssse3"))) __m128i upper_half(__m128i bytes) {
    return _mm_and_si128(_mm_srli_epi16(bytes, 4), _mm_set1_epi8(0x0F));
  }

  __attribute__((target("ssse3"))) void check(__m128i block) {
    const auto low = _mm_set1_epi8(0x0F);
    const auto first_high = _mm_setr_epi8(
        k_too_long, k_too_long, k_too_long, k_too_long, k_too_long, k_too_long, k_too_long,
        k_too_long, k_two_more, k_two_more, k_two_more, k_two_more, k_too_short | k_overlong_2,
        k_too_short, k_too_short | k_overlong_3 | k_surrogate,
        k_too_short | k_too_large | k_overlong_4);
    const auto first_low = _mm_setr_epi8(
        k_always | k_overlong_3 | k_overlong_2 | k_overlong_4, k_always | k_overlong_2, k_always,
        k_always, k_always | k_too_large, k_large, k_large, k_large, k_large, k_large, k_large,
        k_large, k_large, k_large | k_surrogate, k_large, k_large);
    const auto second_high = _mm_setr_epi8(
        k_too_short, k_too_short, k_too_short, k_too_short, k_too_short, k_too_short, k_too_short,
        k_too_short, k_continued | k_overlong_3 | k_overlong_4,
        k_continued | k_overlong_3 | k_too_large, k_continued | k_surrogate | k_too_large,
        k_continued | k_surrogate | k_too_large, k_too_short, k_too_short, k_too_short,
        k_too_short);
    const auto one_back = _mm_alignr_epi8(block, before_, 15);
    const auto pairs =
        _mm_and_si128(_mm_and_si128(_mm_shuffle_epi8(first_high, upper_half(one_back)),
                                    _mm_shuffle_epi8(first_low, _mm_and_si128(one_back, low))),
                      _mm_shuffle_epi8(second_high, upper_half(block)));
    // Behind a lead of three or four bytes two continuations are no mistake but a must.
    const auto third = _mm_subs_epu8(_mm_alignr_epi8(block, before_, 14), _mm_set1_epi8(0x60));
    const auto fourth = _mm_subs_epu8(_mm_alignr_epi8(block, before_, 13), _mm_set1_epi8(0x70));
    const auto must = _mm_and_si128(_mm_or_si128(third, fourth), _mm_set1_epi8(k_two_more));
    wrong_ = _mm_or_si128(wrong_, _mm_xor_si128(must, pairs));
  }

  __m128i before_ = _mm_setzero_si128();
  __m128i wrong_ = _mm_setzero_si128();
};

__attribute__((target("ssse3"))) bool is_utf8_by_blocks(std::string_view text) {
  BlockCheck check;
  std::size_t at = 0;
  for (; text.size() - at >= k_block; at += k_block) {
    check.add(_mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at)));
  }
  // The zeros behind the end show a letter that is cut off.
  std::array<char, k_block> rest{};
  std::memcpy(rest.data(), text.data() + at, text.size() - at);
  check.add(_mm_loadu_si128(reinterpret_cast<const __m128i*>(rest.data())));
  return check.is_good();
}

#endif

bool is_utf8_by_letters(std::string_view text) {
  for (text.remove_prefix(ascii_end(text)); !text.empty(); text.remove_prefix(ascii_end(text))) {
    if (next_code_point(text) < 0) return false;
  }
  return true;
}

}  // namespace

bool is_utf8(std::string_view text) {
#if defined(__x86_64__)
  static const bool k_has_lookup = __builtin_cpu_supports("ssse3") != 0;
  if (k_has_lookup && text.size() >= k_block) return is_utf8_by_blocks(text);
#endif
  return is_utf8_by_letters(text);
}

}  // namespace quyche
