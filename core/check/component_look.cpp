#include "check/component_look.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.hpp"
#include "model/word/marked_text.hpp"

namespace quyche::check {
namespace {

constexpr std::array<std::string_view, 6> k_running{"text",         "basis", "clause",
                                                    "clause_title", "point", "addressee"};
/// Stand in the left or the right half of the page: outside tables nothing tells their middle.
constexpr std::array<std::string_view, 11> k_half_page{
    "heading",        "motto",     "superior", "issuer", "issuer_separator", "number", "place_date",
    "letter_subject", "authority", "position", "signer"};
/// Never in capitals; the others may happen to be (a clause of one abbreviation).
constexpr std::array<std::string_view, 5> k_small{"title", "signer", "motto", "article",
                                                  "recipients_heading"};

/// Underlined where a line should be: that is told of the line.
constexpr std::array<std::string_view, 2> k_ruled{"heading", "motto"};

constexpr std::string_view k_unmeasured = "table_text";

template <typename List>
bool is_one_of(const List& list, const std::string& name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

// The first two slots are seen; the others are for scripts that Vietnamese does not use.
void add_fonts(Look& look, const RunFormat& format, const std::string& font) {
  for (std::size_t slot = 0; slot < format.fonts.size(); ++slot) {
    const auto& name = format.fonts[slot];
    if (name.empty() || name == font) continue;
    if (slot < 2) look.wrong_font = name;
    if (slot >= 2) look.wrong_spare_font = true;
  }
}

void add(Look& look, const RunFormat& format, const std::string& font) {
  look.smallest = look.is_seen ? std::min(look.smallest, format.size) : format.size;
  look.largest = look.is_seen ? std::max(look.largest, format.size) : format.size;
  look.is_seen = true;
  look.all_bold = look.all_bold && format.bold;
  look.any_bold = look.any_bold || format.bold;
  look.all_italic = look.all_italic && format.italic;
  look.any_italic = look.any_italic || format.italic;
  look.any_underline = look.any_underline || format.underline;
  if (!format.colour.empty()) look.colour = format.colour;
  add_fonts(look, format, font);
}

bool is_set_off(const Look& look) { return look.any_bold || look.any_italic || look.any_underline; }

// A điều in one sentence has a bold number, and may be bold throughout. Where there is no điều, as
// in minutes, "I." and the titles under it take its place.
bool may_be_bold(const Paper& paper, const Stretch& stretch) {
  const auto kind = stretch.label.kind;
  if (stretch.component == "text" && kind == word::LabelKind::article) return true;
  const bool is_title = kind == word::LabelKind::roman || stretch.component == "clause_title";
  return is_title && paper.parts.first("article") == nullptr;
}

bool is_misaligned(const Paper& paper, const Stretch& stretch, const ComponentFormat& wanted) {
  const auto& paragraph = paper.view.paragraphs[stretch.paragraph];
  const bool is_placed_by_hand =
      !stretch.is_whole || paragraph.text.front() == ' ' || paragraph.text.front() == '\t';
  const bool is_free = paragraph.table == 0 && is_one_of(k_half_page, stretch.component);
  return !is_placed_by_hand && !is_free && wanted.align != "left" &&
         paragraph.format->align != wanted.align;
}

void find_case_faults(const Paper& paper, const Stretch& stretch, bool wants_caps,
                      LookFaults& faults) {
  if (!wants_caps && !is_one_of(k_small, stretch.component)) return;
  const auto shown = paper.parts.shown(stretch);
  faults.capitals_missing = wants_caps && upper(shown) != shown;
  faults.capitals = !wants_caps && word::is_all_caps(shown);
}

}  // namespace

Look look_of(const Paper& paper, const Stretch& stretch) {
  Look look;
  const auto& paragraph = paper.view.paragraphs[stretch.paragraph];
  if (paragraph.legacy) return look;  // in another font its letters could not be read
  for (const auto& span : paragraph.spans) {
    const auto from = std::max(span.from, stretch.from);
    const auto to = std::min(span.to, stretch.to);
    if (from >= to || span.is_placeholder) continue;
    if (word::trimmed(std::string_view(paragraph.text).substr(from, to - from)).empty()) continue;
    add(look, *span.format, paper.profile.font);
  }
  return look;
}

bool is_measured(const Paper& paper, const Stretch& stretch) {
  return stretch.component != k_unmeasured && paper.profile.components.contains(stretch.component);
}

LookFaults faults_of(const Paper& paper, const Stretch& stretch, const Look& look) {
  LookFaults faults;
  if (!look.is_seen || stretch.component == k_unmeasured) return faults;
  if (is_foreign_heading(paper, stretch)) return faults;
  const auto known = paper.profile.components.find(stretch.component);
  if (known == paper.profile.components.end()) return faults;
  const auto& wanted = known->second;
  faults.size = look.smallest < wanted.size_least || look.largest > wanted.size_most;
  // In running text single words may be set off; a whole line may not.
  const bool is_running = is_set_off(look) && is_one_of(k_running, stretch.component);
  faults.bold_missing = wanted.bold && !look.all_bold;
  faults.bold =
      !wanted.bold && (is_running ? look.all_bold : look.any_bold) && !may_be_bold(paper, stretch);
  faults.italic_missing = wanted.italic && !look.all_italic;
  faults.italic = !wanted.italic && (is_running ? look.all_italic : look.any_italic);
  faults.underline_missing = wanted.underline && !look.any_underline;
  faults.underline = !wanted.underline && look.any_underline && !is_running &&
                     !is_one_of(k_ruled, stretch.component);
  faults.align = is_misaligned(paper, stretch, wanted);
  if (!paper.has_blank(stretch)) find_case_faults(paper, stretch, wanted.caps, faults);
  return faults;
}

}  // namespace quyche::check
