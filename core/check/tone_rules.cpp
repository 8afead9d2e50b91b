#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

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

/// Syllables ending in oa, oe, uy with the tone on one of the two letters, in the whole document.
class ToneCount {
 public:
  explicit ToneCount(const WordList& endings) : endings_(endings) {}

  /// `text` is `typed` in small letters, byte for byte.
  void add(std::string_view typed, std::string_view text, std::size_t paragraph) {
    for (const auto& ending : endings_) {
      for (auto at = text.find(ending); at != text.npos; at = text.find(ending, at + 1)) {
        const bool follows_q = at > 0 && text[at - 1] == 'q';
        const bool is_open = !follows_q && !word::is_letter_at(text, at + ending.size());
        if (is_open) note(typed, paragraph, at, at + ending.size());
      }
    }
  }

  [[nodiscard]] int count() const { return count_; }
  [[nodiscard]] const std::string& example() const { return example_; }
  [[nodiscard]] const Stretch& place() const { return *place_; }

 private:
  void note(std::string_view typed, std::size_t paragraph, std::size_t at, std::size_t end) {
    const auto space = typed.substr(0, at).find_last_of(k_space);
    const auto from = space == typed.npos ? 0 : space + 1;
    if (is_name(typed, from)) return;
    ++count_;
    if (place_) return;
    example_ = lower(typed.substr(from, end - from));
    place_ = Stretch{paragraph, from, end, {}, false, {}};
  }

  const WordList& endings_;
  int count_ = 0;
  std::string example_;
  std::optional<Stretch> place_;
};

}  // namespace

void check_tones(const Paper& paper, Findings& found) {
  ToneCount old_style(check_words().old_tones);
  ToneCount new_style(check_words().new_tones);
  const auto& paragraphs = paper.view.paragraphs;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const auto& typed = paragraphs[i].text;
    const auto text = lower(typed);
    if (text.size() != typed.size()) continue;
    old_style.add(typed, text, i);
    new_style.add(typed, text, i);
  }
  if (old_style.count() == 0 || new_style.count() == 0) return;
  const auto& rare = old_style.count() < new_style.count() ? old_style : new_style;
  found.add(Severity::warning,
            {"check.text.tones",
             {std::to_string(old_style.count()), old_style.example(),
              std::to_string(new_style.count()), new_style.example()}},
            rare.place(), true, {});
}

}  // namespace quyche::check
