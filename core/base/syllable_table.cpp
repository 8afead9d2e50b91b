// What Vietnamese spelling allows in a syllable: is_vietnamese of syllable.hpp.

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/syllable.hpp"

namespace quyche {
namespace {

using std::operator""sv;

constexpr std::array k_initials{U""sv,   U"b"sv,  U"c"sv,   U"ch"sv, U"d"sv,  U"đ"sv,  U"g"sv,
                                U"gh"sv, U"gi"sv, U"h"sv,   U"k"sv,  U"kh"sv, U"l"sv,  U"m"sv,
                                U"n"sv,  U"ng"sv, U"ngh"sv, U"nh"sv, U"p"sv,  U"ph"sv, U"qu"sv,
                                U"r"sv,  U"s"sv,  U"t"sv,   U"th"sv, U"tr"sv, U"v"sv,  U"x"sv};

// Each between blanks.
constexpr std::u32string_view k_rhymes =
    U" a ac ach ai am an ang anh ao ap at au ay"
    U" ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây"
    U" e ec em en eng eo ep et ê êch êm ên ênh êp êt êu"
    U" i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu"
    U" o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo"
    U" oet oi om on ong ooc oong op ot"
    U" ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt"
    U" u ua uân uâng uât uây uc uê uêch uên uênh uêu ui um un ung uôc uôi uôm uôn uông uôt uơ up ut"
    U" uy uya uych uyên uyêt uyn uynh uyp uyt uyu"
    U" ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu"
    U" y ych yêm yên yêng yêt yêu yn ynh yp yt ";

std::unordered_set<std::u32string_view> separate_rhymes() {
  std::unordered_set<std::u32string_view> rhymes;
  for (std::size_t from = 1; from < k_rhymes.size();) {
    const auto end = k_rhymes.find(U' ', from);
    rhymes.insert(k_rhymes.substr(from, end - from));
    from = end + 1;
  }
  return rhymes;
}

bool is_rhyme(std::u32string_view letters) {
  static const auto k_set = separate_rhymes();
  return k_set.contains(letters);
}

/// Rhymes that end in a stop carry sắc or nặng only.
bool tone_fits(const Piece& syllable) {
  constexpr int k_first_stop_tone = 4;
  const auto& letters = syllable.letters;
  const bool stop = letters.ends_with(U"c") || letters.ends_with(U"ch") ||
                    letters.ends_with(U"p") || letters.ends_with(U"t");
  if (syllable.tones.size() > 1) return false;
  const int tone = syllable.tones.empty() ? 0 : tone_rank(syllable.tones.front());
  return !stop || tone >= k_first_stop_tone;
}

}  // namespace

bool is_vietnamese(const Piece& syllable) {
  if (syllable.kind != Piece::Kind::syllable || !tone_fits(syllable)) return false;
  const std::u32string_view letters = syllable.letters;
  return std::any_of(k_initials.begin(), k_initials.end(), [letters](std::u32string_view initial) {
    return letters.starts_with(initial) && is_rhyme(letters.substr(initial.size()));
  });
}

}  // namespace quyche
