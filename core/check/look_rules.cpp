#include "check/component_look.hpp"

namespace quyche::check {
namespace {

std::string allowed(const ComponentFormat& wanted) {
  if (wanted.size_least == wanted.size_most) return points(wanted.size);
  return points(wanted.size_least) + "–" + points(wanted.size_most);
}

class LookRules {
 public:
  LookRules(const Paper& paper, Findings& found) : paper_(paper), found_(found) {}

  void check() {
    for (const auto& stretch : paper_.parts.all()) {
      const auto look = look_of(paper_, stretch);
      if (!look.is_seen) continue;
      report_letters(stretch, look);
      report(stretch, look);
    }
  }

 private:
  void report_letters(const Stretch& stretch, const Look& look) {
    const auto& font = paper_.profile.font;
    if (!look.wrong_font.empty()) {
      found_.add(Severity::error, {"check.fmt-04.font", {look.wrong_font, font}}, stretch);
    } else if (look.wrong_spare_font) {
      found_.add(Severity::warning, {"check.fmt-04.slots", {font}}, stretch);
    }
    const bool is_note = paper_.view.paragraphs[stretch.paragraph].is_note;
    if (!look.colour.empty() && !is_note) {
      found_.add(Severity::warning, {"check.fmt-04.colour", {look.colour}}, stretch);
    }
  }

  void report(const Stretch& stretch, const Look& look) {
    const auto faults = faults_of(paper_, stretch, look);
    const auto& name = stretch.component;
    const auto& wanted = paper_.profile.component(name);
    const auto label = component_label(paper_.profile, name);
    const auto error = [&](bool is_fault, const char* code) {
      if (is_fault) found_.add(Severity::error, {code, {label}}, stretch);
    };
    if (faults.size) {
      const int wrong = look.smallest < wanted.size_least ? look.smallest : look.largest;
      found_.add(Severity::error, {"check.fmt-04.size", {label, points(wrong), allowed(wanted)}},
                 stretch);
    }
    const bool is_signing = name == "authority" || name == "position" || name == "signer";
    error(faults.bold_missing, is_signing ? "check.fmt-10.not-bold" : "check.fmt-04.not-bold");
    error(faults.bold, is_signing ? "check.fmt-10.bold" : "check.fmt-04.bold");
    error(faults.italic_missing, "check.fmt-04.not-italic");
    error(faults.italic, "check.fmt-04.italic");
    error(faults.underline_missing, "check.fmt-04.not-underlined");
    error(faults.capitals_missing,
          is_signing ? "check.fmt-10.not-capitals" : "check.fmt-04.not-capitals");
    error(faults.capitals, is_signing ? "check.fmt-10.capitals" : "check.fmt-04.capitals");
    if (!faults.align) return;
    const char* code = wanted.align == "both"     ? "check.fmt-04.not-justified"
                       : wanted.align == "center" ? "check.fmt-04.not-centred"
                                                  : "check.fmt-04.not-right";
    const auto severity = wanted.align == "both" ? Severity::warning : Severity::error;
    found_.add(severity, {code, {label}}, stretch);
  }

  const Paper& paper_;
  Findings& found_;
};

}  // namespace

void check_look(const Paper& paper, Findings& found) { LookRules(paper, found).check(); }

}  // namespace quyche::check
