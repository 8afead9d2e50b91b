#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "check/rules.hpp"
#include "model/word/marked_text.hpp"

namespace quyche::check {
namespace {

constexpr std::array k_running{"text", "basis", "clause", "clause_title", "point", "addressee"};
constexpr std::array k_signing{"authority", "position", "signer"};
/// Stand in the left or the right half of the page: outside tables nothing tells their middle.
constexpr std::array k_half_page{"heading",          "motto",    "superior",   "issuer",
                                 "issuer_separator", "number",   "place_date", "letter_subject",
                                 "authority",        "position", "signer"};

bool is_one_of(const auto& list, const std::string& name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

// What a stretch looks like, over its letters and digits.
struct Look {
  int smallest = 0;
  int largest = 0;
  bool all_bold = true, any_bold = false;
  bool all_italic = true, any_italic = false;
  bool any_underline = false;
  std::string colour;
  std::string wrong_font;
  bool wrong_spare_font = false;  ///< in a slot that Vietnamese letters do not use
  bool is_seen = false;
};

class LookRules {
 public:
  LookRules(const Paper& paper, Findings& found) : paper_(paper), found_(found) {}

  void check() {
    for (const auto& stretch : paper_.parts.all()) {
      if (stretch.component.empty()) continue;
      const auto look = look_of(stretch);
      if (!look.is_seen) continue;
      check_font(stretch, look);
      const bool is_known = paper_.profile.components.contains(stretch.component);
      if (!is_known || stretch.component == "table_text") continue;
      check_component(stretch, look, paper_.profile.component(stretch.component));
    }
  }

 private:
  [[nodiscard]] Look look_of(const Stretch& stretch) const {
    Look look;
    const auto& paragraph = paper_.view.paragraphs[stretch.paragraph];
    for (const auto& span : paragraph.spans) {
      const auto from = std::max(span.from, stretch.from);
      const auto to = std::min(span.to, stretch.to);
      if (from >= to || span.is_placeholder) continue;
      if (word::trimmed(std::string_view(paragraph.text).substr(from, to - from)).empty()) continue;
      add(look, span.format);
    }
    return look;
  }

  void add(Look& look, const RunFormat& format) const {
    look.smallest = look.is_seen ? std::min(look.smallest, format.size) : format.size;
    look.largest = look.is_seen ? std::max(look.largest, format.size) : format.size;
    look.is_seen = true;
    look.all_bold = look.all_bold && format.bold;
    look.any_bold = look.any_bold || format.bold;
    look.all_italic = look.all_italic && format.italic;
    look.any_italic = look.any_italic || format.italic;
    look.any_underline = look.any_underline || format.underline;
    if (!format.colour.empty()) look.colour = format.colour;
    const auto& font = paper_.profile.font;
    for (std::size_t slot = 0; slot < 2; ++slot) {
      if (!format.fonts[slot].empty() && format.fonts[slot] != font) {
        look.wrong_font = format.fonts[slot];
      }
    }
    for (std::size_t slot = 2; slot < format.fonts.size(); ++slot) {
      const auto& name = format.fonts[slot];
      if (!name.empty() && name != font) look.wrong_spare_font = true;
    }
  }

  void check_font(const Stretch& stretch, const Look& look) {
    const auto& font = paper_.profile.font;
    if (!look.wrong_font.empty()) {
      found_.add(Severity::error, {"check.fmt-04.font", {look.wrong_font, font}}, stretch);
    } else if (look.wrong_spare_font) {
      found_.add(Severity::warning, {"check.fmt-04.slots", {font}}, stretch);
    }
    if (!look.colour.empty() && stretch.component != "clerk_note") {
      found_.add(Severity::warning, {"check.fmt-04.colour", {look.colour}}, stretch);
    }
  }

  void check_component(const Stretch& stretch, const Look& look, const ComponentFormat& wanted) {
    const auto label = component_label(paper_.profile, stretch.component);
    const bool is_running = is_one_of(k_running, stretch.component);
    const bool is_signing = is_one_of(k_signing, stretch.component);
    const auto report = [&](const char* code, std::vector<std::string> arguments) {
      arguments.insert(arguments.begin(), label);
      found_.add(Severity::error, {code, std::move(arguments)}, stretch);
    };
    if (look.smallest < wanted.size_least || look.largest > wanted.size_most) {
      const int wrong = look.smallest < wanted.size_least ? look.smallest : look.largest;
      report("check.fmt-04.size", {points(wrong), allowed(wanted)});
    }
    // In running text single words may be set off; a whole line may not.
    const bool is_bold = is_running && !wanted.bold ? look.all_bold : look.any_bold;
    const bool is_italic = is_running && !wanted.italic ? look.all_italic : look.any_italic;
    if (wanted.bold && !look.all_bold) {
      report(is_signing ? "check.fmt-10.not-bold" : "check.fmt-04.not-bold", {});
    } else if (!wanted.bold && is_bold && !may_be_bold(stretch)) {
      report(is_signing ? "check.fmt-10.bold" : "check.fmt-04.bold", {});
    }
    if (wanted.italic && !look.all_italic) {
      report("check.fmt-04.not-italic", {});
    } else if (!wanted.italic && is_italic) {
      report("check.fmt-04.italic", {});
    }
    if (wanted.underline && !look.any_underline) report("check.fmt-04.not-underlined", {});
    check_case(stretch, wanted, label, is_signing);
    check_alignment(stretch, wanted, label);
  }

  // A điều in one sentence has a bold number, and may be bold throughout.
  [[nodiscard]] static bool may_be_bold(const Stretch& stretch) {
    return stretch.component == "text" && stretch.label.kind == word::LabelKind::article;
  }

  static std::string allowed(const ComponentFormat& wanted) {
    if (wanted.size_least == wanted.size_most) return points(wanted.size);
    return points(wanted.size_least) + "–" + points(wanted.size_most);
  }

  void check_case(const Stretch& stretch, const ComponentFormat& wanted, const std::string& label,
                  bool is_signing) {
    const auto shown = paper_.parts.shown(stretch);
    const bool is_capital = word::is_all_caps(shown);
    if (paper_.has_blank(stretch)) return;
    if (wanted.caps && !is_capital && upper(shown) != shown) {
      found_.add(Severity::error,
                 {is_signing ? "check.fmt-10.not-capitals" : "check.fmt-04.not-capitals", {label}},
                 stretch);
    } else if (!wanted.caps && is_capital && must_be_small(stretch)) {
      found_.add(Severity::error,
                 {is_signing ? "check.fmt-10.capitals" : "check.fmt-04.capitals", {label}},
                 stretch);
    }
  }

  static bool must_be_small(const Stretch& stretch) {
    static constexpr std::array k_small{"title", "signer", "motto", "article",
                                        "recipients_heading"};
    return is_one_of(k_small, stretch.component);
  }

  void check_alignment(const Stretch& stretch, const ComponentFormat& wanted,
                       const std::string& label) {
    const auto& paragraph = paper_.view.paragraphs[stretch.paragraph];
    const bool is_placed_by_hand =
        !stretch.is_whole || paragraph.text.front() == ' ' || paragraph.text.front() == '\t';
    if (is_placed_by_hand || paragraph.format.align == wanted.align || wanted.align == "left") {
      return;
    }
    if (paragraph.table == 0 && is_one_of(k_half_page, stretch.component)) return;
    const auto severity = wanted.align == "both" ? Severity::warning : Severity::error;
    const char* code = wanted.align == "both"     ? "check.fmt-04.not-justified"
                       : wanted.align == "center" ? "check.fmt-04.not-centred"
                                                  : "check.fmt-04.not-right";
    found_.add(severity, {code, {label}}, stretch);
  }

  const Paper& paper_;
  Findings& found_;
};

}  // namespace

void check_look(const Paper& paper, Findings& found) { LookRules(paper, found).check(); }

}  // namespace quyche::check
