#include "check/paragraph_spacing.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "check/page_number.hpp"

namespace quyche::check {
namespace {

constexpr std::array<std::string_view, 6> k_evenly_spaced{"text",         "basis", "clause",
                                                          "clause_title", "point", "article"};
constexpr int k_line = 240;             // one line where spacing is counted in lines
constexpr double k_line_height = 1.15;  // of the letters' size, Times New Roman

bool is_running(const std::string& component) {
  return std::find(k_evenly_spaced.begin(), k_evenly_spaced.end(), component) !=
         k_evenly_spaced.end();
}

bool is_within(int found, int least, int most) {
  return found >= least - k_tolerance && (most == 0 || found <= most + k_tolerance);
}

bool has_right_first_line(const ViewParagraph& paragraph, const ComponentFormat& wanted) {
  const bool is_placed_by_hand = paragraph.text.front() == ' ' || paragraph.text.front() == '\t';
  if (is_placed_by_hand || !paragraph.label.empty()) return true;
  const int found = paragraph.format->indent_left + paragraph.format->indent_first;
  return is_within(found, wanted.indent_left + wanted.indent_first,
                   wanted.indent_left + std::max(wanted.indent_first, wanted.indent_first_most));
}

bool has_right_line(const ParagraphFormat& found, const ComponentFormat& wanted) {
  const bool in_lines = found.line_rule == "auto";
  const bool wants_lines = wanted.line_rule == "auto";
  if (in_lines == wants_lines) return is_within(found.line, wanted.line_least, wanted.line_most);
  if (!wants_lines) return false;
  // A fixed height, where the rule counts lines: between the letters' size and the most lines.
  const auto height = wanted.size * 10.0;
  return is_within(found.line, static_cast<int>(height),
                   static_cast<int>(height * k_line_height * wanted.line_most / k_line));
}

// Word adds the space below a paragraph to the space above the next one.
bool has_space_behind(const Paper& paper, const Stretch& stretch, int wanted) {
  const auto& paragraphs = paper.view.paragraphs;
  const auto index = stretch.paragraph;
  if (index + 1 >= std::min(paper.parts.closing_from(), paragraphs.size())) return true;
  const auto& own = *paragraphs[index].format;
  const auto& next = paragraphs[index + 1];
  if (next.table > 0 || next.is_note || next.text.empty()) return true;
  if (own.has_auto_space || next.format->has_auto_space) return true;
  const bool is_joined = own.style == next.format->style && own.is_contextual;
  return !is_joined && own.after + next.format->before >= wanted - k_tolerance;
}

}  // namespace

SpacingFaults spacing_faults(const Paper& paper, const Stretch& stretch) {
  SpacingFaults faults;
  const auto& paragraph = paper.view.paragraphs[stretch.paragraph];
  const bool is_measured = is_running(stretch.component) && stretch.is_whole &&
                           paragraph.table == 0 && stretch.paragraph < paper.parts.closing_from();
  if (!is_measured) return faults;
  const auto& wanted = paper.profile.component(stretch.component);
  faults.first_line = !has_right_first_line(paragraph, wanted);
  faults.line = !has_right_line(*paragraph.format, wanted);
  faults.between = !has_space_behind(paper, stretch, wanted.after);
  return faults;
}

}  // namespace quyche::check
