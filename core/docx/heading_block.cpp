#include "docx/heading_block.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/date.hpp"
#include "docx/alternative.hpp"
#include "docx/markup.hpp"
#include "docx/table_markup.hpp"

namespace quyche {
namespace {

// The grid of the heading: the middle column is there only where place and date need more room than
// the right column has. It belongs to the left in the upper row, to the right in the lower one.
class HeadingGrid {
 public:
  /// `needed`, `number`: what place and date and what the number would like to have.
  HeadingGrid(int left, int right, int needed, int number)
      : shift_(std::clamp(needed - right, 0, std::max(0, (left - number) / 2))) {
    columns_ = {left - shift_, shift_, right};
    if (shift_ == 0) columns_.erase(columns_.begin() + 1);
  }
  [[nodiscard]] std::span<const int> all() const { return columns_; }
  [[nodiscard]] std::span<const int> upper_left() const { return all().first(columns_.size() - 1); }
  [[nodiscard]] std::span<const int> upper_right() const { return all().last(1); }
  [[nodiscard]] std::span<const int> lower_left() const { return all().first(1); }
  [[nodiscard]] std::span<const int> lower_right() const { return all().last(columns_.size() - 1); }
  /// Keeps what is centred in the narrower lower left cell under the middle of the upper one.
  [[nodiscard]] ParagraphSetting lower_left_setting() const { return {false, shift_, 0}; }

 private:
  int shift_;
  std::vector<int> columns_;
};

// A centred line that may be too long for `width`.
void line(Story& story, const std::string& component, const Inlines& text, int width) {
  story.open(component, story.balanced(component, story.shown(text), width));
  story.inlines(text);
  story.close();
}

// An organ's name in the narrow column. How long it gets is not known before its blanks are filled:
// then the whole column is left to it.
void organ(Story& story, const std::string& component, const Inlines& name, int width) {
  if (!story.has_blank(name)) return line(story, component, name, width);
  story.open(component);
  story.inlines(name);
  story.close();
}

int percent_of(int percent, int length) { return length * percent / 100; }

int number_width(const Story& story) {
  const auto& profile = story.profile();
  return story.width("number", profile.word("number_label") + "0000" +
                                   profile.word("number_joint") + story.frame().symbol);
}

int place_date_width(const Story& story) {
  using namespace std::chrono_literals;
  constexpr Date k_longest{2000y / 12 / 20};
  const auto place = story.shown_field(story.frame().place_field, {});
  constexpr int k_slack = 60;  // twips by which programs differ
  const auto& joint = story.profile().word("place_date_joint");
  return story.width("place_date", place + joint + long_date(k_longest)) + k_slack;
}

void write_organs(Story& story) {
  const auto& frame = story.frame();
  const auto& profile = story.profile();
  const int width = profile.heading_left_width;
  if (!frame.superior.empty()) organ(story, "superior", frame.superior, width);
  organ(story, "issuer", frame.issuer, width);
  if (profile.issuer_rule > 0) {
    const int words = std::min(story.width("issuer", story.shown(frame.issuer)), width);
    story.rule(percent_of(profile.issuer_rule, words), width);
  }
}

void write_name_of_state_or_party(Story& story) {
  const auto& profile = story.profile();
  const auto& motto = profile.word("motto");
  story.paragraph("heading", profile.word("heading"));
  if (!motto.empty()) story.paragraph("motto", motto);
  const int length =
      motto.empty() ? story.width("heading", profile.word("heading")) : story.width("motto", motto);
  story.rule(length, profile.heading_right_width);
}

void write_number(Story& story, const ParagraphSetting& setting) {
  const auto& profile = story.profile();
  const auto& separator = profile.word("issuer_separator");
  if (!separator.empty()) story.paragraph("issuer_separator", separator, setting);
  story.open("number", setting);
  story.words(profile.word("number_label"));
  story.field(story.frame().number_field, {});
  story.words(profile.word("number_joint"));
  story.words(story.frame().symbol);
  story.close();
}

void write_place_date(Story& story) {
  story.open("place_date");
  story.field(story.frame().place_field, {});
  story.words(story.profile().word("place_date_joint"));
  story.field(story.frame().date_field, "words");
  story.close();
}

void write_table(Story& story) {
  const auto& profile = story.profile();
  const HeadingGrid grid(profile.heading_left_width, profile.heading_right_width,
                         place_date_width(story), number_width(story));
  auto& out = story.out();
  open_table(out, k_layout_style, grid.all());
  open_row(out);
  open_cell(out, grid.upper_left());
  write_organs(story);
  close_cell(out);
  open_cell(out, grid.upper_right());
  write_name_of_state_or_party(story);
  close_cell(out);
  close_row(out);
  open_row(out);
  open_cell(out, grid.lower_left());
  write_number(story, grid.lower_left_setting());
  close_cell(out);
  open_cell(out, grid.lower_right());
  write_place_date(story);
  close_cell(out);
  close_row(out);
  close_table(out);
}

// Of the titles the first whose condition holds is meant: those up to the first without a
// condition. Behind a single conditional title that one is its opposite, and is marked as such.
std::vector<Wording> titles_in_question(const std::vector<Wording>& all) {
  std::vector<Wording> titles;
  for (const auto& title : all) {
    titles.push_back(title);
    if (title.when) continue;
    if (titles.size() == 2) {
      titles.back().when = titles.front().when;
      titles.back().when->negated = !titles.back().when->negated;
    }
    break;
  }
  return titles;
}

void write_titles(Story& story) {
  const auto& profile = story.profile();
  const auto titles = titles_in_question(story.frame().titles);
  for (const auto& title : titles) {
    if (title.when) story.begin_alternative(*title.when);
    line(story, "title", title.text, profile.text_width());
    if (title.when) story.end_alternative();
  }
  if (titles.empty()) return;
  if (const auto& separator = profile.word("title_separator"); !separator.empty()) {
    story.paragraph("title_separator", separator);
  }
  if (profile.title_rule > 0) {
    const int width = profile.text_width();
    const int words = std::min(story.width("title", story.shown(titles.front().text)), width);
    story.rule(percent_of(profile.title_rule, words), width);
  }
}

}  // namespace

void write_heading(Story& story) {
  write_table(story);
  line(story, "type_name", story.frame().type_name, story.profile().text_width());
  write_titles(story);
}

}  // namespace quyche
