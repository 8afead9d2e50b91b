#pragma once
// Vietnamese text seen as syllables: letters without tone, and the tone as one value of the whole
// syllable, wherever it is written ("hòa" and "hoà" are the same). For the other
// text services of core/base; values only.

#include <string>
#include <string_view>
#include <vector>

namespace quyche {

/// A piece of text: a syllable (a run of letters), a number (a run of ASCII digits), a run of white
/// space, or one other character.
struct Piece {
  enum class Kind { syllable, number, space, other };
  Kind kind = Kind::other;
  std::u32string letters;  ///< lower case, without tone; đ also for its look-alikes U+00F0, U+0256
  std::u32string tones;    ///< combining tone marks of a syllable, one in a Vietnamese one
};

/// The order of the tones: ngang 0, huyền 1, hỏi 2, ngã 3, sắc 4, nặng 5; -1 when `mark` is none.
[[nodiscard]] int tone_rank(char32_t mark);

[[nodiscard]] std::vector<Piece> pieces(std::string_view text);

/// Whether a syllable is one that Vietnamese spelling allows: initial, rhyme, and a tone that the
/// rhyme can carry. Says nothing about its meaning.
[[nodiscard]] bool is_vietnamese(const Piece& syllable);

}  // namespace quyche
