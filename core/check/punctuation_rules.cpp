#include <string>
#include <string_view>

#include "check/rules.hpp"

namespace quyche::check {
namespace {

constexpr std::string_view k_signs = ".,;:/";

// What a text ends in: "./.", ";", "".
std::string ending(const std::string& text) {
  const auto last = text.find_last_not_of(k_signs);
  return text.substr(last == std::string::npos ? 0 : last + 1);
}

class PunctuationRules {
 public:
  PunctuationRules(const Paper& paper, Findings& found) : paper_(paper), found_(found) {}

  void check() {
    check_end();
    check_bases();
    check_recipients();
  }

 private:
  [[nodiscard]] const std::string& word(const char* name) const {
    return paper_.profile.word(name);
  }

  // The last paragraph of the text; where a table ends it, nobody can say.
  void check_end() {
    const Stretch* last = nullptr;
    for (const auto& stretch : paper_.parts.all()) {
      const bool is_text = stretch.paragraph >= paper_.parts.body_from() &&
                           stretch.paragraph < paper_.parts.closing_from();
      if (is_text && !stretch.component.empty()) last = &stretch;
    }
    if (last == nullptr || last->component == "table_text" || paper_.has_blank(*last)) return;
    const auto found = ending(paper_.parts.text(*last));
    if (found == word("end_mark")) return;
    found_.add(Severity::warning, {"check.text.end-mark", {found, word("end_mark")}}, *last);
  }

  // A basis may run over several paragraphs, so only what ends in a wrong sign is wrong.
  void check_bases() {
    const auto bases = paper_.parts.every("basis");
    for (std::size_t i = 0; i < bases.size(); ++i) {
      const bool is_last = i + 1 == bases.size();
      const auto found = ending(paper_.parts.text(*bases[i]));
      const bool ends_party = paper_.is_party() && found == ",";
      const auto& wanted = word(is_last ? "basis_end" : "basis_separator");
      const bool is_chosen = !paper_.view.paragraphs[bases[i]->paragraph].wording.empty();
      if (found == wanted || (is_last && ends_party) || is_chosen || paper_.has_blank(*bases[i])) {
        continue;
      }
      found_.add(Severity::warning, {"check.text.basis", {found, wanted}}, *bases[i]);
    }
  }

  void check_recipients() {
    const auto recipients = paper_.parts.every("recipient");
    for (std::size_t i = 0; i < recipients.size(); ++i) {
      const auto found = ending(paper_.parts.text(*recipients[i]));
      const auto& wanted =
          word(i + 1 == recipients.size() ? "recipient_end" : "recipient_separator");
      if (found == wanted || paper_.has_blank(*recipients[i])) continue;
      found_.add(Severity::warning, {"check.text.recipient", {found, wanted}}, *recipients[i]);
    }
  }

  const Paper& paper_;
  Findings& found_;
};

}  // namespace

void check_punctuation(const Paper& paper, Findings& found) {
  PunctuationRules(paper, found).check();
}

}  // namespace quyche::check
