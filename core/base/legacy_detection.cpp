// Whether a text is mojibake: detect_legacy of legacy_encoding.hpp. A word speaks for an encoding
// when it is no Vietnamese syllable as it stands and is one once converted. One such word proves
// nothing ("laïc" would be "lạc"); two or more, and no more words against, do.

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "base/code_points.hpp"
#include "base/legacy_tables.hpp"
#include "base/syllable.hpp"
#include "base/text.hpp"

namespace quyche {
namespace {

constexpr int k_needed_weight = 3;
constexpr std::size_t k_needed_words = 2;

bool is_ascii(char32_t c) { return c < 0x80; }
bool is_latin1(char32_t c) { return c >= 0xA0 && c <= 0xFF; }
bool is_space(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }

bool is_ascii_punctuation(char32_t c) {
  return is_ascii(c) && !is_unicode_letter(c) && !(c >= U'0' && c <= U'9');
}

/// An address, a file name, a number, a unit: what is written so on purpose.
bool is_technical(std::u32string_view chunk) {
  constexpr std::u32string_view k_signs = U"@\\_=%&<>";
  if (chunk.find_first_of(k_signs) != chunk.npos) return true;
  if (chunk.find(U"://") != chunk.npos || chunk.starts_with(U"www.")) return true;
  return chunk.find_first_of(U"0123456789") != chunk.npos;
}

std::vector<std::u32string> split(std::u32string_view text, bool (*is_border)(char32_t)) {
  std::vector<std::u32string> out(1);
  for (const auto c : text) {
    if (!is_border(c)) {
      out.back() += c;
    } else if (!out.back().empty()) {
      out.emplace_back();
    }
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

std::vector<std::u32string> words_of(std::u32string_view text) {
  std::vector<std::u32string> out;
  for (const auto& chunk : split(text, is_space)) {
    if (is_technical(chunk)) continue;
    for (auto& word : split(chunk, is_ascii_punctuation)) out.push_back(std::move(word));
  }
  return out;
}

bool is_syllable(std::u32string_view word) {
  const auto parts = pieces(utf8(word));
  return parts.size() == 1 && is_vietnamese(parts.front());
}

bool is_abbreviation(std::u32string_view word) {
  return std::none_of(word.begin(), word.end(),
                      [](char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; });
}

/// How unlikely the word is in a language that is written with Latin-1: 2 when it holds a sign
/// ("nh©n") or a pair of vowels no such language writes ("eã"), else 1.
int weight(std::u32string_view word) {
  constexpr std::u32string_view k_vowels = U"aeouyAEOUY";
  constexpr std::u32string_view k_marks = U"øûõâáàåãäêúØÛÕÂÁÀÅÃÄÊÚ";
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (is_latin1(word[i]) && (word[i] < 0xC0 || word[i] == 0xD7 || word[i] == 0xF7)) return 2;
    if (i > 0 && k_marks.find(word[i]) != k_marks.npos &&
        k_vowels.find(word[i - 1]) != k_vowels.npos) {
      return 2;
    }
  }
  return 1;
}

/// The quick answer for most texts: nothing but ASCII, or a letter Windows-1252 does not have.
bool cannot_be_legacy(std::string_view text) {
  bool is_all_ascii = true;
  unsigned char before = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80) is_all_ascii = false;
    // Bytes of U+0100–U+023F and U+1E80–U+1EFF; in a damaged text the reading below decides.
    const bool is_extended = byte >= 0xC4 && byte <= 0xC8;
    const bool is_vietnamese = before == 0xE1 && (byte == 0xBA || byte == 0xBB);
    if (is_extended || is_vietnamese) return is_utf8(text);
    before = byte;
  }
  return is_all_ascii;
}

bool is_suspect(std::u32string_view word) {
  if (std::all_of(word.begin(), word.end(), is_ascii)) return false;
  return std::any_of(word.begin(), word.end(), is_unicode_letter) && !is_syllable(word);
}

/// What the words of a text say about one encoding.
class Evidence {
 public:
  explicit Evidence(LegacyEncoding encoding) : table_(legacy_table(encoding)) {}

  void hear(const std::u32string& word) {
    if (std::all_of(word.begin(), word.end(), is_ascii)) {
      if (!is_abbreviation(word) && !is_syllable(word)) ++foreign_;
      return;
    }
    if (!is_suspect(word)) return;
    if (!is_syllable(letters_of(word, table_))) {
      ++against_;
      return;
    }
    if (word.size() > 1 && words_.insert(word).second) weight_ += weight(word);
    ++in_favour_;
  }

  [[nodiscard]] bool convinces() const {
    constexpr int k_for_one_against = 5;  // names such as Krông Pắc are no syllables either
    return words_.size() >= k_needed_words && weight_ >= k_needed_weight &&
           against_ * k_for_one_against <= in_favour_ && foreign_ < in_favour_;
  }
  [[nodiscard]] int weight_of_all() const { return weight_ - against_; }

 private:
  const LegacyTable& table_;
  std::set<std::u32string> words_;
  int weight_ = 0;
  int in_favour_ = 0;
  int against_ = 0;
  int foreign_ = 0;
};

}  // namespace

std::optional<LegacyEncoding> detect_legacy(std::string_view text) {
  if (cannot_be_legacy(text)) return std::nullopt;
  const auto letters = code_points(normalise(text));
  // A letter that Windows-1252 does not have is proof of Unicode.
  const auto is_unicode = [](char32_t c) { return c > 0xFF && is_unicode_letter(c); };
  if (std::any_of(letters.begin(), letters.end(), is_unicode)) return std::nullopt;
  if (std::none_of(letters.begin(), letters.end(), is_latin1)) return std::nullopt;
  const auto words = words_of(letters);
  if (std::none_of(words.begin(), words.end(), is_suspect)) return std::nullopt;
  Evidence tcvn3(LegacyEncoding::tcvn3);
  Evidence vni(LegacyEncoding::vni);
  for (const auto& word : words) {
    tcvn3.hear(word);
    vni.hear(word);
  }
  if (tcvn3.convinces() && tcvn3.weight_of_all() > vni.weight_of_all()) {
    return LegacyEncoding::tcvn3;
  }
  if (vni.convinces() && vni.weight_of_all() > tcvn3.weight_of_all()) return LegacyEncoding::vni;
  return std::nullopt;
}

}  // namespace quyche
