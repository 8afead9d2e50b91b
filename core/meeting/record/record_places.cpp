// Findings about a record, pointed to the cells they are about.

#include <cctype>

#include "base/text.hpp"
#include "meeting/record/record_table.hpp"

namespace quyche::meeting {
namespace {

std::string path_of(const std::vector<PlaceStep>& steps, std::size_t count) {
  std::string path;
  for (std::size_t at = 0; at < count; ++at) path += (at == 0 ? "" : "/") + steps[at].value;
  return path;
}

/// The place of the value, or of the nearest thing around it that has one.
const Place* place_for(const RecordPlaces& places, const std::vector<PlaceStep>& steps) {
  for (auto count = steps.size(); count > 0; --count) {
    const auto path = path_of(steps, count);
    // "chair" stands at its name, "attendance" at the first of its totals.
    for (const auto* inside : {"", "/name", "/1", "/totals/convened"}) {
      const auto found = places.find(path + inside);
      if (found != places.end()) return &found->second;
    }
  }
  return nullptr;
}

/// "agenda.discussion.text" of "agenda › 2 › discussion › 1 › text".
std::string dotted(const std::vector<PlaceStep>& steps) {
  std::string path;
  for (const auto& step : steps) {
    if (step.kind == PlaceStep::Kind::field) path += (path.empty() ? "" : ".") + step.value;
  }
  return path;
}

/// The label of the value that the steps lead to; empty when no sheet has it.
std::string label_at(const RecordLayout& layout, const std::vector<PlaceStep>& steps) {
  const auto path = dotted(steps);
  for (const auto& sheet : layout.sheets) {
    auto start = sheet.list.empty() ? "" : sheet.list + ".";
    if (!sheet.part.empty()) start += sheet.part + ".";
    for (const auto& field : sheet.fields) {
      if (path == start + field.path) return field.label;
    }
  }
  return {};
}

bool is_key_sign(char sign) {
  return std::islower(static_cast<unsigned char>(sign)) != 0 || sign == '_';
}

}  // namespace

std::string with_labels(const RecordLayout& layout, const std::string& sentence) {
  std::string out;
  for (std::size_t from = 0; from < sentence.size();) {
    auto end = from;
    while (end < sentence.size() && is_key_sign(sentence[end])) ++end;
    const auto word = sentence.substr(from, end - from);
    // Only keys have an underscore or are lone words of English; Vietnamese ones are left alone.
    const auto label = word.find('_') == std::string::npos ? "" : layout.label_of(word);
    out += label.empty() ? word : "«" + label + "»";
    from = end;
    while (from < sentence.size() && !is_key_sign(sentence[from])) out += sentence[from++];
  }
  return out;
}

void point_into(const RecordPlaces& places, const RecordLayout& layout, Diagnostic& finding) {
  if (places.empty() || finding.place.steps.empty() ||
      finding.place.steps.front().kind != PlaceStep::Kind::field) {
    return;
  }
  const auto steps = finding.place.steps;
  if (const auto* place = place_for(places, steps)) finding.place = *place;
  for (auto& argument : finding.message.arguments) {
    auto label = argument == steps.back().value ? label_at(layout, steps) : std::string();
    if (label.empty()) label = layout.label_of(argument);
    if (!label.empty()) argument = std::move(label);
  }
  for (auto& hint : finding.hints) {
    for (auto& argument : hint.arguments) argument = with_labels(layout, argument);
  }
}

}  // namespace quyche::meeting
