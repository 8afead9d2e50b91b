#include "base/syllable.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>

#include "base/code_points.hpp"
#include "base/utf8.hpp"

namespace quyche {
namespace {

constexpr char32_t k_d_with_stroke = 0x0111;
// Tone marks in their order, after the absent one: grave, hook above, tilde, acute, dot below.
constexpr std::u32string_view k_tone_marks = U"\u0300\u0309\u0303\u0301\u0323";

Piece::Kind kind_of(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  if (u_isalpha(point) != 0) return Piece::Kind::syllable;
  if (c >= U'0' && c <= U'9') return Piece::Kind::number;
  if (u_isUWhiteSpace(point) != 0) return Piece::Kind::space;
  return Piece::Kind::other;
}

char32_t letter_of(char32_t c) { return c == 0x00F0 || c == 0x0256 ? k_d_with_stroke : c; }

bool is_mark(char32_t c) { return u_getCombiningClass(static_cast<UChar32>(c)) != 0; }

/// Puts a mark on the last letter ("a" + circumflex is a letter of its own), or on the syllable.
void add_mark(Piece& piece, char32_t mark, const icu::Normalizer2& composer) {
  if (piece.kind == Piece::Kind::syllable && tone_rank(mark) > 0) {
    piece.tones += mark;
    return;
  }
  const auto composed =
      composer.composePair(static_cast<UChar32>(piece.letters.back()), static_cast<UChar32>(mark));
  if (composed >= 0) {
    piece.letters.back() = static_cast<char32_t>(composed);
  } else {
    piece.letters += mark;
  }
}

void add_letter(std::vector<Piece>& out, Piece::Kind kind, char32_t letter) {
  const bool goes_on = !out.empty() && out.back().kind == kind && kind != Piece::Kind::other;
  if (!goes_on) out.push_back({kind, {}, {}});
  out.back().letters += letter;
}

std::vector<Piece> pieces_by_icu(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* composer = icu::Normalizer2::getNFCInstance(status);
  const auto* decomposer = icu::Normalizer2::getNFDInstance(status);
  auto units = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  units = decomposer->normalize(units.toLower(icu::Locale::getRoot()), status);
  std::vector<Piece> out;
  for (int32_t i = 0; i < units.length(); i = units.moveIndex32(i, 1)) {
    const auto c = static_cast<char32_t>(units.char32At(i));
    if (is_mark(c) && !out.empty()) {
      add_mark(out.back(), c, *composer);
    } else {
      add_letter(out, kind_of(c), letter_of(c));
    }
  }
  return out;
}

/// What ICU makes of each character that Vietnamese is written with, alone (U+0000–02FF,
/// U+1E00–1EFF): in this range none looks at its neighbours.
class LetterTable {
 public:
  struct Letter {
    Piece::Kind kind = Piece::Kind::other;
    char32_t letter = 0;  ///< 0: not one letter with one tone at most
    char32_t tone = 0;
  };

  LetterTable() {
    for (char32_t c = 0; c < k_latin; ++c) latin_[c] = of(c);
    for (char32_t c = 0; c < k_letters; ++c) letters_[c] = of(k_first + c);
  }

  /// Null for a character outside the table.
  [[nodiscard]] const Letter* find(char32_t c) const {
    if (c < k_latin) return &latin_[c];
    return c >= k_first && c < k_first + k_letters ? &letters_[c - k_first] : nullptr;
  }

 private:
  static constexpr char32_t k_latin = 0x300;
  static constexpr char32_t k_first = 0x1E00;
  static constexpr char32_t k_letters = 0x100;

  static Letter of(char32_t c) {
    std::string alone;
    append_utf8(alone, c);
    const auto found = pieces_by_icu(alone);
    if (found.size() != 1 || found[0].letters.size() != 1 || found[0].tones.size() > 1) return {};
    const auto& piece = found[0];
    return {piece.kind, piece.letters[0], piece.tones.empty() ? 0 : piece.tones[0]};
  }

  std::array<Letter, k_latin> latin_;
  std::array<Letter, k_letters> letters_;
};

/// False when a character is none of the table.
bool add_pieces(std::string_view text, std::vector<Piece>& out) {
  static const LetterTable k_table;
  while (!text.empty()) {
    const auto c = next_code_point(text);
    const auto* letter = c < 0 ? nullptr : k_table.find(static_cast<char32_t>(c));
    if (letter == nullptr || letter->letter == 0) return false;
    add_letter(out, letter->kind, letter->letter);
    if (letter->tone != 0) out.back().tones += letter->tone;
  }
  return true;
}

}  // namespace

int tone_rank(char32_t mark) {
  const auto at = k_tone_marks.find(mark);
  return at == k_tone_marks.npos ? -1 : static_cast<int>(at) + 1;
}

std::vector<Piece> pieces(std::string_view text) {
  std::vector<Piece> out;
  return add_pieces(text, out) ? out : pieces_by_icu(text);
}

}  // namespace quyche
