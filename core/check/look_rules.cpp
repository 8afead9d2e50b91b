#include "check/component_look.hpp"
#include "check/paragraph_spacing.hpp"

namespace quyche::check {
namespace {

std::string allowed(const ComponentFormat& wanted) {
  if (wanted.size_least == wanted.size_most) return points(wanted.size);
  return points(wanted.size_least) + "–" + points(wanted.size_most);
}

std::string between(const std::string& least, const std::string& most) {
  return least == most ? least : least + "–" + most;
}

// "1,15" lines or "18 pt".
std::string line_text(int line, std::string_view rule) {
  if (rule != "auto") return points(line / 10) + " pt";
  const int hundredths = line * 100 / 240;
  const auto rest = std::to_string(100 + hundredths % 100).substr(1);
  return std::to_string(hundredths / 100) + (rest == "00" ? "" : "," + rest);
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
      report_spacing(stretch);
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
    if (!faults.any()) return;
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
    error(faults.underline, "check.fmt-04.underlined");
    error(faults.capitals_missing,
          is_signing ? "check.fmt-10.not-capitals" : "check.fmt-04.not-capitals");
    error(faults.capitals, is_signing ? "check.fmt-10.capitals" : "check.fmt-04.capitals");
    if (faults.align) report_align(wanted, label, stretch);
  }

  void report_align(const ComponentFormat& wanted, const std::string& label,
                    const Stretch& stretch) {
    const char* code = wanted.align == "both"     ? "check.fmt-04.not-justified"
                       : wanted.align == "center" ? "check.fmt-04.not-centred"
                                                  : "check.fmt-04.not-right";
    const auto severity = wanted.align == "both" ? Severity::warning : Severity::error;
    found_.add(severity, {code, {label}}, stretch);
  }

  void report_spacing(const Stretch& stretch) {
    const auto faults = spacing_faults(paper_, stretch);
    if (!faults.any()) return;
    const auto label = component_label(paper_.profile, stretch.component);
    const auto& wanted = paper_.profile.component(stretch.component);
    const auto& found = *paper_.view.paragraphs[stretch.paragraph].format;
    const auto warn = [&](const char* code, const std::string& is, const std::string& asked) {
      found_.add(Severity::warning, {code, {label, is, asked}}, stretch);
    };
    if (faults.first_line) {
      warn("check.fmt-04.first-line", millimetres(found.indent_left + found.indent_first),
           between(millimetres(wanted.indent_first), millimetres(wanted.indent_first_most)));
    }
    if (faults.line) {
      const bool is_open = wanted.line_most == 0;
      warn(wanted.line_rule == "auto" ? "check.fmt-04.lines"
           : is_open                  ? "check.fmt-04.line-least"
                                      : "check.fmt-04.line",
           line_text(found.line, found.line_rule),
           is_open ? line_text(wanted.line_least, wanted.line_rule)
                   : between(line_text(wanted.line_least, wanted.line_rule),
                             line_text(wanted.line_most, wanted.line_rule)));
    }
    if (faults.between) {
      warn("check.fmt-04.space", points(found.after / 10), points(wanted.after / 10));
    }
  }

  const Paper& paper_;
  Findings& found_;
};

}  // namespace

void check_look(const Paper& paper, Findings& found) { LookRules(paper, found).check(); }

}  // namespace quyche::check
