#include "base/syllable.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

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

}  // namespace

int tone_rank(char32_t mark) {
  const auto at = k_tone_marks.find(mark);
  return at == k_tone_marks.npos ? -1 : static_cast<int>(at) + 1;
}

std::vector<Piece> pieces(std::string_view text) {
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
      continue;
    }
    const auto kind = kind_of(c);
    const bool goes_on = !out.empty() && out.back().kind == kind && kind != Piece::Kind::other;
    if (!goes_on) out.push_back({kind, {}, {}});
    out.back().letters += letter_of(c);
  }
  return out;
}

}  // namespace quyche
