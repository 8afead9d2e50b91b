#include "support/regulation_outline.hpp"

#include <array>

#include "base/messages.hpp"

namespace quyche::sample {
namespace {

constexpr std::array<const char*, 9> k_kinds{"part",  "chapter", "section", "article", "clause",
                                             "point", "text",    "table",   "appendix"};
constexpr std::array<const char*, 3> k_severities{"note", "warning", "error"};

void append(std::string& out, const std::vector<Provision>& provisions, std::size_t depth) {
  for (const auto& provision : provisions) {
    out.append(depth * 2, ' ').append(k_kinds.at(static_cast<std::size_t>(provision.kind)));
    if (!provision.number.empty()) out.append(" ").append(provision.number);
    out.append(" #").append(provision.id);
    if (provision.when) {
      out.append(" when ").append(provision.when->field);
      out.append(provision.when->negated ? " != " : " = ").append(provision.when->value);
    }
    if (!provision.heading.empty())
      out.append(" [").append(words_of(provision.heading)).append("]");
    if (!provision.text.empty()) out.append(" ").append(words_of(provision.text));
    for (const auto& row : provision.rows) {
      out.append("\n").append(depth * 2, ' ').append("  |");
      for (const auto& cell : row) out.append(" ").append(words_of(cell)).append(" |");
    }
    out += '\n';
    append(out, provision.children, depth + 1);
  }
}

}  // namespace

std::string words_of(const Inlines& line) {
  std::string out;
  for (const auto& item : line) {
    switch (item.kind) {
      case Inline::Kind::text:
        out += item.value;
        break;
      case Inline::Kind::field:
        out += "{" + item.value + (item.form.empty() ? "" : ":" + item.form) + "}";
        break;
      case Inline::Kind::term:
        out += "{#" + item.value + "}";
        break;
      case Inline::Kind::reference:
        out += "<" + item.shown + ">";
        break;
    }
  }
  return out;
}

std::string outline(const std::vector<Provision>& body) {
  std::string out;
  append(out, body, 0);
  return out;
}

std::string outline(const std::vector<Diagnostic>& findings) {
  std::string out;
  for (const auto& finding : findings) {
    out += k_severities.at(static_cast<std::size_t>(finding.severity));
    for (const auto& step : finding.place.steps) out += " " + step.value;
    out += ": " + sentence(finding.message, Language::vietnamese);
    for (const auto& hint : finding.hints) out += " → " + sentence(hint, Language::vietnamese);
    out += '\n';
  }
  return out;
}

}  // namespace quyche::sample
