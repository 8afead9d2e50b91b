#include <algorithm>
#include <string_view>

#include "check/rules.hpp"
#include "model/word/xml_names.hpp"

namespace quyche::check {
namespace {

constexpr std::size_t k_spaces = 3;   // between two pieces of a line
constexpr std::size_t k_tabs = 3;     // in a row, each to a stop that nobody set
constexpr std::size_t k_indent = 10;  // spaces in front of the only piece

std::size_t longest_row(std::string_view gap, char sign) {
  std::size_t longest = 0;
  std::size_t row = 0;
  for (const char one : gap) {
    row = one == sign ? row + 1 : 0;
    longest = std::max(longest, row);
  }
  return longest;
}

bool has_tab_stops(const ViewParagraph& paragraph) {
  return !word::child(word::child(paragraph.node, "pPr"), "tabs").empty();
}

/// Two columns that only spaces and tabs keep apart move as soon as a name or a font changes.
class ColumnRules {
 public:
  ColumnRules(const Paper& paper, Findings& found) : paper_(paper), found_(found) {}

  void check() {
    report("check.fmt-02.by-spaces", 0, paper_.parts.body_from(), false);
    report("check.fmt-10.by-spaces", paper_.parts.closing_from(), paper_.parts.appendix_from(),
           true);
  }

 private:
  void report(const char* code, std::size_t from, std::size_t to, bool is_closing) {
    const Stretch* before = nullptr;
    for (const auto& stretch : paper_.parts.all()) {
      if (stretch.paragraph < from || stretch.paragraph >= to) continue;
      if (!stretch.component.empty() && is_loose(before, stretch, is_closing)) {
        found_.add(Severity::warning, {code, {}}, stretch);
        return;
      }
      before = &stretch;
    }
  }

  [[nodiscard]] bool is_loose(const Stretch* before, const Stretch& stretch,
                              bool is_closing) const {
    const auto& paragraph = paper_.view.paragraphs[stretch.paragraph];
    if (paragraph.table > 0 || paragraph.is_aside || paragraph.is_note) return false;
    const bool is_second = before != nullptr && before->paragraph == stretch.paragraph;
    if (!is_second && !is_closing) return false;
    const auto start = is_second ? before->to : 0;
    const auto gap = std::string_view(paragraph.text).substr(start, stretch.from - start);
    const auto spaces = longest_row(gap, ' ');
    if (spaces >= (is_second ? k_spaces : k_indent)) return true;
    return longest_row(gap, '\t') >= k_tabs && !has_tab_stops(paragraph);
  }

  const Paper& paper_;
  Findings& found_;
};

}  // namespace

void check_columns(const Paper& paper, Findings& found) { ColumnRules(paper, found).check(); }

}  // namespace quyche::check
