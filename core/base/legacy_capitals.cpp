// Capitals that TCVN3 does not keep: repair_capitals of legacy_tables.hpp.

#include <unicode/uchar.h>

#include <algorithm>
#include <vector>

#include "base/code_points.hpp"
#include "base/legacy_tables.hpp"
#include "base/syllable.hpp"

namespace quyche {
namespace {

UChar32 point(char32_t c) { return static_cast<UChar32>(c); }

/// A small letter that stands for both cases.
bool has_tone(char32_t c) {
  if (c < 0x80 || u_isupper(point(c)) != 0) return false;
  const auto alone = pieces(utf8({&c, 1}));
  return !alone.empty() && !alone.front().tones.empty();
}

/// A word of the text and what its letters say about their case.
struct Word {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t capitals = 0;
  std::size_t small = 0;
  std::size_t toned = 0;

  [[nodiscard]] bool is_capital() const { return small == 0 && capitals > 1; }
};

Word word_at(const std::u32string& text, std::size_t begin) {
  Word word{begin, begin};
  for (; word.end < text.size() && is_unicode_letter(text[word.end]); ++word.end) {
    const auto c = text[word.end];
    if (has_tone(c)) {
      ++word.toned;
    } else if (u_isupper(point(c)) != 0) {
      ++word.capitals;
    } else {
      ++word.small;
    }
  }
  return word;
}

void raise(std::u32string& text, const Word& word) {
  for (auto i = word.begin; i < word.end; ++i) {
    text[i] = static_cast<char32_t>(u_toupper(point(text[i])));
  }
}

/// Whether the word was written in capitals as words of a heading are; abbreviations ("UBND", "CA")
/// are so everywhere.
bool shows_capitals(const std::u32string& text, const Word& word) {
  constexpr std::size_t k_longest_abbreviation = 2;
  if (!word.is_capital()) return false;
  if (word.toned > 0) return true;
  const auto length = word.end - word.begin;
  return length > k_longest_abbreviation &&
         is_vietnamese(pieces(utf8(text.substr(word.begin, length))).front());
}

void repair_line(std::u32string& text, std::size_t begin, std::size_t end) {
  std::vector<Word> words;
  for (auto i = begin; i < end; ++i) {
    if (!is_unicode_letter(text[i])) continue;
    words.push_back(word_at(text, i));
    i = words.back().end;
  }
  const auto any = [&words](auto condition) {
    return std::any_of(words.begin(), words.end(), condition);
  };
  // A short word ("Xã", "Lý") follows its line.
  const bool all = !any([](const Word& word) { return word.small > 0; }) &&
                   any([&text](const Word& word) { return shows_capitals(text, word); });
  for (const auto& word : words) {
    if (all || word.is_capital()) raise(text, word);
  }
}

}  // namespace

void repair_capitals(std::u32string& text) {
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find(U'\n', begin), text.size());
    repair_line(text, begin, end);
    begin = end + 1;
  }
}

}  // namespace quyche
