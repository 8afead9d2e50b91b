#include <cstdlib>
#include <string>

#include "check/page_number.hpp"
#include "check/rules.hpp"
#include "model/word/xml_names.hpp"

namespace quyche::check {
namespace {

using word::attribute;
using word::bounded;
using word::child;

/// "20" or "20–25", in millimetres; twips come in.
std::string between(int least, int most) {
  return most <= least ? millimetres(least) : millimetres(least) + "–" + millimetres(most);
}

struct Margin {
  const char* attribute;
  const char* code;
  int least;
  int most;
};

class PageRules {
 public:
  PageRules(const Paper& paper, Findings& found) : paper_(paper), found_(found) {}

  void check() {
    for (const auto& section : paper_.view.sections) check_section(section);
  }

 private:
  void add(const Section& section, Text message) {
    // Of the first page it is said of the document.
    const bool is_inside = section.first > 0 && section.first < paper_.view.paragraphs.size();
    if (is_inside) {
      found_.add(Severity::error, std::move(message), {section.first, 0, 0, {}, true, {}});
    } else {
      found_.add(Severity::error, std::move(message));
    }
  }

  void check_section(const Section& section) {
    const auto& profile = paper_.profile;
    const auto size = child(section.properties, "pgSz");
    const int width = bounded(attribute(size, "w"), 12240, k_longest_side);
    const int height = bounded(attribute(size, "h"), 15840, k_longest_side);
    const auto is = [](int found, int wanted) { return std::abs(found - wanted) <= k_tolerance; };
    // A wide table may lie on a page turned round.
    const bool is_turned = is(width, profile.page_height) && is(height, profile.page_width);
    if (!is_turned && !(is(width, profile.page_width) && is(height, profile.page_height))) {
      add(section, {"check.fmt-03.page",
                    {millimetres(width), millimetres(height), millimetres(profile.page_width),
                     millimetres(profile.page_height)}});
    }
    if (is_turned) return;
    const auto margins = child(section.properties, "pgMar");
    for (const auto& side :
         {Margin{"top", "check.fmt-03.top", profile.margin_top, profile.margin_top_most},
          Margin{"bottom", "check.fmt-03.bottom", profile.margin_bottom,
                 profile.margin_bottom_most},
          Margin{"left", "check.fmt-03.left", profile.margin_left, profile.margin_left_most},
          Margin{"right", "check.fmt-03.right", profile.margin_right, profile.margin_right_most}}) {
      int found = bounded(attribute(margins, side.attribute), 0, k_longest_side);
      if (std::string_view(side.attribute) == "left") {
        found += bounded(attribute(margins, "gutter"), 0, k_longest_side);
      }
      if (found >= side.least - k_tolerance &&
          found <= std::max(side.most, side.least) + k_tolerance)
        continue;
      add(section, {side.code, {millimetres(found), between(side.least, side.most)}});
    }
  }

  const Paper& paper_;
  Findings& found_;
};

void check_numbers(const Paper& paper, Findings& found) {
  const auto numbers = page_numbers(paper.package, paper.view);
  if (numbers.is_on_first_page) found.add(Severity::error, {"check.fmt-12.first-page", {}});
  if (numbers.is_at_bottom) found.add(Severity::error, {"check.fmt-12.bottom", {}});
  if (!numbers.is_at_top && !numbers.is_at_bottom && has_several_pages(paper.package, paper.view)) {
    found.add(Severity::error, {"check.fmt-12.none", {}});
  }
  if (numbers.has_other_digits) found.add(Severity::error, {"check.fmt-12.digits", {}});
  if (!numbers.is_at_top) return;
  const auto& profile = paper.profile;
  const bool is_far =
      numbers.distance && (*numbers.distance < profile.header_distance - k_tolerance ||
                           *numbers.distance > profile.header_most + k_tolerance);
  if (is_far) {
    found.add(Severity::error, {"check.fmt-12.distance",
                                {millimetres(*numbers.distance),
                                 between(profile.header_distance, profile.header_most)}});
  }
  if (numbers.align != "center") found.add(Severity::error, {"check.fmt-12.not-centred", {}});
  const auto& wanted = paper.profile.component("page_number");
  const bool is_sized = numbers.size >= wanted.size_least && numbers.size <= wanted.size_most;
  if (!is_sized) {
    found.add(Severity::error, {"check.fmt-12.size", {points(numbers.size), points(wanted.size)}});
  }
  if (numbers.is_italic || numbers.is_bold) found.add(Severity::error, {"check.fmt-12.look", {}});
}

}  // namespace

void check_pages(const Paper& paper, Findings& found) {
  PageRules(paper, found).check();
  check_numbers(paper, found);
}

}  // namespace quyche::check
