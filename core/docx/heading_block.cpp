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

// A line whose length is not known yet: the whole width is left to it.
void plain_line(Story& story, const std::string& component, const Inlines& text) {
  story.open(component);
  story.inlines(text);
  story.close();
}

// An organ's name in the narrow column, which may hold blanks still to be filled.
void organ(Story& story, const std::string& component, const Inlines& name, int width) {
  if (story.has_blank(name)) return plain_line(story, component, name);
  line(story, component, name, width);
}

int percent_of(int percent, int length) { return length * percent / 100; }

int number_width(const Story& story, const HeadingTags* tags) {
  const auto& profile = story.profile();
  const auto& symbol = tags != nullptr ? tags->widest_symbol : story.frame().symbol;
  return story.width("number",
                     profile.word("number_label") + "0000" + profile.word("number_joint") + symbol);
}

int place_date_width(const Story& story, const HeadingTags* tags) {
  using namespace std::chrono_literals;
  if (story.frame().place_field.empty()) return 0;
  constexpr Date k_longest{2000y / 12 / 20};
  const auto place =
      tags != nullptr ? tags->widest_place : story.shown_field(story.frame().place_field, {});
  constexpr int k_slack = 60;  // twips by which programs differ
  const auto& joint = story.profile().word("place_date_joint");
  return story.width("place_date", place + joint + long_date(k_longest)) + k_slack;
}

// A rule as long as `percent` of the words above it.
void rule_under(Story& story, const std::string& component, const Inlines& text, int percent,
                int width) {
  const int words = std::min(story.width(component, story.shown(text)), width);
  story.rule(percent_of(percent, words), width);
}

void write_organs(Story& story, const HeadingTags* tags) {
  const auto& frame = story.frame();
  const auto& profile = story.profile();
  const int width = profile.heading_left_width;
  if (tags != nullptr) {
    if (!frame.superior.empty()) plain_line(story, "superior", frame.superior);
    plain_line(story, "issuer", frame.issuer);
    if (profile.issuer_rule > 0) story.paragraph("rule", tags->issuer_rule);
    return;
  }
  if (!frame.superior.empty()) organ(story, "superior", frame.superior, width);
  organ(story, "issuer", frame.issuer, width);
  if (profile.issuer_rule > 0) {
    rule_under(story, "issuer", frame.issuer, profile.issuer_rule, width);
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

void write_number(Story& story, const ParagraphSetting& setting, const HeadingTags* tags) {
  const bool is_optional = tags != nullptr && !tags->number_test.empty();
  const auto& profile = story.profile();
  const auto& separator = profile.word("issuer_separator");
  if (!separator.empty()) story.paragraph("issuer_separator", separator, setting);
  if (story.frame().number_field.empty()) return story.paragraph("number");
  if (is_optional) story.paragraph("number", "{%p if " + tags->number_test + " %}");
  story.open("number", setting);
  story.words(profile.word("number_label"));
  story.field(story.frame().number_field, {});
  story.words(profile.word("number_joint"));
  story.words(story.frame().symbol);
  story.close();
  if (!is_optional) return;
  story.paragraph("number", "{%p else %}");
  story.paragraph("number");  // a cell ends in a paragraph
  story.paragraph("number", "{%p endif %}");
}

void write_place_date(Story& story) {
  if (story.frame().place_field.empty()) return story.paragraph("place_date");
  story.open("place_date");
  story.field(story.frame().place_field, {});
  story.words(story.profile().word("place_date_joint"));
  story.field(story.frame().date_field, "words");
  story.close();
}

void write_table(Story& story, const HeadingTags* tags) {
  const auto& profile = story.profile();
  const HeadingGrid grid(profile.heading_left_width, profile.heading_right_width,
                         place_date_width(story, tags), number_width(story, tags));
  auto& out = story.out();
  open_table(out, k_layout_style, grid.all());
  open_row(out);
  open_cell(out, grid.upper_left());
  write_organs(story, tags);
  close_cell(out);
  open_cell(out, grid.upper_right());
  write_name_of_state_or_party(story);
  close_cell(out);
  close_row(out);
  open_row(out);
  open_cell(out, grid.lower_left());
  write_number(story, grid.lower_left_setting(), tags);
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

void write_titles(Story& story, const HeadingTags* tags) {
  const auto& profile = story.profile();
  const auto titles = titles_in_question(story.frame().titles);
  for (const auto& title : titles) {
    if (title.when) story.begin_alternative(*title.when);
    if (tags != nullptr) {
      plain_line(story, "title", title.text);
    } else {
      line(story, "title", title.text, profile.text_width());
    }
    if (title.when) story.end_alternative();
  }
  if (titles.empty()) return;
  if (const auto& separator = profile.word("title_separator"); !separator.empty()) {
    story.paragraph("title_separator", separator);
  }
  if (profile.title_rule == 0) return;
  if (tags != nullptr) return story.paragraph("rule", tags->title_rule);
  rule_under(story, "title", titles.front().text, profile.title_rule, profile.text_width());
}

}  // namespace

void write_heading(Story& story, const HeadingTags* tags) {
  write_table(story, tags);
  line(story, "type_name", story.frame().type_name, story.profile().text_width());
  write_titles(story, tags);
}

}  // namespace quyche
