#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "check/check_words.hpp"
#include "check/rules.hpp"
#include "model/word/marked_text.hpp"

namespace quyche::check {
namespace {

constexpr std::string_view k_space = " \t\n";

std::string_view word_before(std::string_view text, std::size_t end) {
  while (end > 0 && text[end - 1] == ' ') --end;
  const auto space = text.substr(0, end).find_last_of(k_space);
  const auto from = space == text.npos ? 0 : space + 1;
  return text.substr(from, end - from);
}

std::size_t word_start(std::string_view text, std::size_t at) {
  const auto space = text.substr(0, at).find_last_of(k_space);
  return space == text.npos ? 0 : space + 1;
}

std::string_view word_from(std::string_view text, std::size_t from) {
  from = std::min(text.find_first_not_of(' ', from), text.size());
  return text.substr(from, text.find_first_of(k_space, from) - from);
}

bool is_title_case(std::string_view word) {
  return !word.empty() && capitalise(word) == word && upper(word) != word;
}

// Names of people and places are written as their bearers write them: "Trịnh Thị Thuỷ".
bool is_name(std::string_view typed, std::size_t from) {
  const auto word = word_from(typed, from);
  return is_title_case(word) && (is_title_case(word_before(typed, from)) ||
                                 is_title_case(word_from(typed, from + word.size())));
}

/// Two letters that may end a syllable, `at` to `end` of a paragraph.
struct LetterPair {
  std::string_view typed;
  std::string_view text;  ///< the same in small letters, byte for byte
  std::size_t paragraph;
  std::size_t at;
  std::size_t end;
};

constexpr unsigned char k_new = 1;  // "oà": the tone on the second letter
constexpr unsigned char k_old = 2;  // "òa": on the first
using Kinds = std::array<unsigned char, 0x100>;

unsigned char byte_of(char c) { return static_cast<unsigned char>(c); }

/// Which way a byte may belong to: `vowels` are the ones without tone, a letter with a tone is no
/// ASCII.
constexpr Kinds kinds_of(std::string_view vowels, unsigned char plain, unsigned char toned) {
  Kinds kinds{};
  for (std::size_t byte = 0x80; byte < kinds.size(); ++byte) kinds[byte] = toned;
  for (const char vowel : vowels) kinds[static_cast<unsigned char>(vowel)] = plain;
  return kinds;
}
constexpr auto k_first = kinds_of("ou", k_new, k_old);
constexpr auto k_second = kinds_of("aey", k_old, k_new);

// Where the letter begins that holds the byte at `at`.
std::size_t letter_start(std::string_view text, std::size_t at) {
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return at;
}

/// Syllables ending in oa, oe, uy with the tone on one of the two letters, in the whole document.
class ToneCount {
 public:
  explicit ToneCount(const WordList& endings) : endings_(endings.begin(), endings.end()) {}

  void add(const LetterPair& pair) {
    const auto& text = pair.text;
    if (!endings_.contains(text.substr(pair.at, pair.end - pair.at))) return;
    const bool follows_q = pair.at > 0 && text[pair.at - 1] == 'q';
    if (!follows_q && !word::is_letter_at(text, pair.end)) found_.push_back(pair);
  }

  /// Names are looked at only where it matters: most papers have one way of writing.
  void leave_out_names() {
    std::erase_if(found_, [](const LetterPair& pair) {
      return is_name(pair.typed, word_start(pair.typed, pair.at));
    });
  }

  [[nodiscard]] std::size_t count() const { return found_.size(); }
  [[nodiscard]] std::string example() const {
    const auto mark = place();
    return lower(found_.front().typed.substr(mark.from, mark.to - mark.from));
  }
  [[nodiscard]] Stretch place() const {
    const auto& first = found_.front();
    return {first.paragraph, word_start(first.typed, first.at), first.end, {}, false, {}};
  }

 private:
  std::set<std::string_view> endings_;
  std::vector<LetterPair> found_;
};

}  // namespace

void check_tones(const Paper& paper, Findings& found) {
  ToneCount old_style(check_words().old_tones);
  ToneCount new_style(check_words().new_tones);
  const auto& paragraphs = paper.view.paragraphs;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const std::string_view text = paragraphs[i].folded;
    unsigned first = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const auto byte = byte_of(text[at]);
      const unsigned kinds = first & k_second[byte];
      first = k_first[byte];
      if (kinds == 0) continue;
      if (kinds == k_new) {
        new_style.add({paragraphs[i].text, text, i, at - 1, at + word::character_length(text, at)});
      } else {
        old_style.add({paragraphs[i].text, text, i, letter_start(text, at - 1), at + 1});
      }
    }
  }
  if (old_style.count() == 0 || new_style.count() == 0) return;
  old_style.leave_out_names();
  new_style.leave_out_names();
  if (old_style.count() == 0 || new_style.count() == 0) return;
  const auto& rare = old_style.count() < new_style.count() ? old_style : new_style;
  found.add(Severity::warning,
            {"check.text.tones",
             {std::to_string(old_style.count()), old_style.example(),
              std::to_string(new_style.count()), new_style.example()}},
            rare.place(), true, {});
}

}  // namespace quyche::check
