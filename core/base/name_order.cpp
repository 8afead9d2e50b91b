// The order of names: the sort keys of text.hpp. A key is bytes that compare as the names do:
// each syllable its letters, an end below every letter, its tone; then the text itself.

#include <algorithm>

#include "base/syllable.hpp"
#include "base/text.hpp"

namespace quyche {
namespace {

constexpr char k_end_of_text = '\x00';
constexpr char k_end_of_syllable = '\x01';
constexpr char k_number = '\x02';  // numbers stand before letters
constexpr unsigned k_first_letter = 0x10;
constexpr unsigned k_no_latin_letter = 0xE0;

char byte(std::size_t value) { return static_cast<char>(static_cast<unsigned char>(value)); }

void add_letter(std::string& key, char32_t letter) {
  constexpr std::u32string_view k_order =
      U"a\u0103\u00E2bcd\u0111e\u00EAfghijklmno\u00F4\u01A1pqrstu\u01B0vwxyz";
  const auto at = k_order.find(letter);
  if (at != k_order.npos) {
    key += byte(k_first_letter + at);
    return;
  }
  key += byte(k_no_latin_letter);
  for (const auto shift : {16U, 8U, 0U}) key += byte((letter >> shift) & 0xFFU);
}

void add_syllable(std::string& key, const Piece& piece) {
  for (const auto letter : piece.letters) add_letter(key, letter);
  key += k_end_of_syllable;
  key += byte(piece.tones.empty() ? 0 : static_cast<std::size_t>(tone_rank(piece.tones.front())));
}

/// By value: fewer digits first, then digit by digit.
void add_number(std::string& key, const std::u32string& digits) {
  const auto first = std::min(digits.find_first_not_of(U'0'), digits.size());
  const auto length = digits.size() - first;
  key += k_number;
  key += byte(length >> 8U);
  key += byte(length & 0xFFU);
  for (auto i = first; i < digits.size(); ++i) key += byte(digits[i]);
}

void add_pieces(std::string& key, std::string_view text) {
  for (const auto& piece : pieces(text)) {
    if (piece.kind == Piece::Kind::syllable) add_syllable(key, piece);
    if (piece.kind == Piece::Kind::number) add_number(key, piece.letters);
  }
  key += k_end_of_text;
}

}  // namespace

std::string name_key(std::string_view name) {
  std::string key;
  add_pieces(key, name);
  return key + normalise(name);
}

std::string person_key(std::string_view name) {
  const auto whole = squeeze(normalise(name));
  const std::string_view words = whole;
  const auto first = words.find(' ');
  std::string key;
  if (first == words.npos) {
    add_pieces(key, words);
    add_pieces(key, {});
    add_pieces(key, {});
    return key + normalise(name);
  }
  const auto last = words.rfind(' ');
  add_pieces(key, words.substr(last + 1));
  add_pieces(key, words.substr(0, first));
  add_pieces(key, words.substr(first, last - first));
  return key + normalise(name);
}

int compare_names(std::string_view left, std::string_view right) {
  return name_key(left).compare(name_key(right));
}

int compare_people(std::string_view left, std::string_view right) {
  return person_key(left).compare(person_key(right));
}

}  // namespace quyche
