#include "model/word/line_label.hpp"

#include <utility>

#include "base/messages.hpp"
#include "base/number.hpp"

namespace quyche::word {

ProvisionKind kind_of(LabelKind kind) {
  switch (kind) {
    case LabelKind::part:
      return ProvisionKind::part;
    case LabelKind::chapter:
    case LabelKind::roman:
      return ProvisionKind::chapter;
    case LabelKind::section:
      return ProvisionKind::section;
    case LabelKind::article:
      return ProvisionKind::article;
    case LabelKind::appendix:
      return ProvisionKind::appendix;
    case LabelKind::clause:
      return ProvisionKind::clause;
    case LabelKind::point:
      return ProvisionKind::point;
    case LabelKind::none:
    case LabelKind::decimal:
      break;
  }
  return ProvisionKind::text;
}

bool is_division(ProvisionKind kind) {
  return kind == ProvisionKind::part || kind == ProvisionKind::chapter ||
         kind == ProvisionKind::section || kind == ProvisionKind::appendix;
}

const char* name_of(ProvisionKind kind) {
  switch (kind) {
    case ProvisionKind::part:
      return "part";
    case ProvisionKind::chapter:
      return "chapter";
    case ProvisionKind::section:
      return "section";
    case ProvisionKind::article:
      return "article";
    case ProvisionKind::clause:
      return "clause";
    case ProvisionKind::point:
      return "point";
    case ProvisionKind::table:
      return "table";
    case ProvisionKind::appendix:
      return "appendix";
    case ProvisionKind::text:
      break;
  }
  return "text";
}

std::string written(ProvisionKind kind, int value) {
  const bool has_roman = kind == ProvisionKind::part || kind == ProvisionKind::chapter ||
                         kind == ProvisionKind::appendix;
  const auto number = kind == ProvisionKind::point ? point_letter(value)
                      : has_roman                  ? roman(value)
                                                   : std::to_string(value);
  return sentence({std::string("label.") + name_of(kind), {number}}, Language::vietnamese);
}

LineLabel label_of(const Line& line) {
  if (!line.label.empty() && line.label != "-") {
    const auto last = line.label.size() - 1;
    const bool is_bare = is_digit(line.label[last]) || is_letter_at(line.label, last);
    auto label = match_label(line.label + (is_bare ? ". " : " "));
    const bool is_whole = label.length >= line.label.size();
    label.length = 0;
    if (is_whole && label.kind != LabelKind::none) return {label, true, line.label};
    return {{}, true, line.label};
  }
  auto label = match_label(line.text());
  auto shown = std::string(trimmed(std::string_view(line.text()).substr(0, label.length)));
  return {std::move(label), false, std::move(shown)};
}

bool is_heading(const Line& line, const LineLabel& found) {
  const auto& label = found.label;
  if (line.is_aside || line.is_clerk_note) return false;
  const bool is_article = label.kind == LabelKind::article;
  if (!is_article && !is_division(kind_of(label.kind))) return false;
  if (label.kind == LabelKind::roman) return false;
  if (found.is_automatic || label.is_firm) return true;
  const auto rest = line.part(label.length);
  if (is_article) return line.bold > label.length;
  return line.is_bold() || line.centered || rest.looks_like_capitals();
}

}  // namespace quyche::word
