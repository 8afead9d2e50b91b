// How near two spellings are: the matching keys of text.hpp.

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "base/code_points.hpp"
#include "base/syllable.hpp"
#include "base/text.hpp"

namespace quyche {
namespace {

bool is_consonant(char32_t c) {
  constexpr std::u32string_view k_consonants = U"bcd\u0111fghjklmnpqrstvwxz";
  return k_consonants.find(c) != k_consonants.npos;
}

/// y after a consonant (also after "qu") sounds like i and is written either way.
std::u32string fold_y(std::u32string letters) {
  for (std::size_t i = 1; i < letters.size(); ++i) {
    const bool after_qu = i > 1 && letters[i - 1] == U'u' && letters[i - 2] == U'q';
    if (letters[i] == U'y' && (after_qu || is_consonant(letters[i - 1]))) letters[i] = U'i';
  }
  return letters;
}

/// Letters a syllable may end in, each with each tone as NFC writes it, so that keys mostly need no
/// normalising.
class EndTable {
 public:
  EndTable() {
    for (std::size_t i = 0; i < k_ends.size(); ++i) {
      for (std::size_t tone = 0; tone < k_tones.size(); ++tone) {
        const auto composed =
            code_points(normalise(utf8(std::u32string{k_ends[i], k_tones[tone]})));
        if (composed.size() == 1) letters_.at(i).at(tone) = composed[0];
      }
    }
  }

  /// 0: no one letter that the table knows.
  [[nodiscard]] char32_t composed(char32_t end, char32_t tone) const {
    const auto letter = k_ends.find(end);
    const auto rank = k_tones.find(tone);
    return letter == k_ends.npos || rank == k_tones.npos ? 0 : letters_.at(letter).at(rank);
  }

 private:
  static constexpr std::u32string_view k_tones = U"\u0300\u0301\u0303\u0309\u0323";
  static constexpr std::u32string_view k_ends =
      U"aeiouyngtcmphbdfjklqrsvwxz\u0103\u00E2\u00EA\u00F4\u01A1\u01B0\u0111";
  std::array<std::array<char32_t, k_tones.size()>, k_ends.size()> letters_{};
};

void add_tones(std::u32string& key, const std::u32string& tones) {
  static const EndTable k_table;
  const auto composed = tones.size() == 1 ? k_table.composed(key.back(), tones[0]) : 0;
  if (composed == 0) {
    key += tones;
  } else {
    key.back() = composed;
  }
}

/// How many edits still look like a slip of the hand in a text of this length.
std::size_t slips(std::size_t length) {
  constexpr std::size_t k_most = 4;
  return length < 3 ? length / 2 : std::min((length + 2) / 3, k_most);
}

}  // namespace

std::string match_key(std::string_view text) {
  std::u32string key;
  for (auto& piece : pieces(text)) {
    switch (piece.kind) {
      case Piece::Kind::syllable:
        key += fold_y(std::move(piece.letters));
        add_tones(key, piece.tones);
        break;
      case Piece::Kind::space:
        key += U' ';
        break;
      default:
        key += piece.letters;
    }
  }
  return squeeze(normalise(utf8(key)));
}

std::size_t edit_distance(std::string_view left, std::string_view right, std::size_t limit) {
  const auto a = code_points(left);
  const auto b = code_points(right);
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return limit + 1;
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const auto replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
    if (*std::min_element(row.begin(), row.end()) > limit) return limit + 1;
  }
  return std::min(row.back(), limit + 1);
}

std::string nearest(std::string_view text, const std::vector<std::string>& candidates) {
  const auto key = match_key(text);
  const auto most = slips(columns(key));
  std::string best;
  std::size_t best_distance = most + 1;
  for (const auto& candidate : candidates) {
    if (best_distance == 0) break;
    const auto distance = edit_distance(key, match_key(candidate), best_distance - 1);
    if (distance >= best_distance) continue;
    best_distance = distance;
    best = candidate;
  }
  return best;
}

}  // namespace quyche
