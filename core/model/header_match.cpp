#include "model/header_match.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"

namespace quyche {
namespace {

/// A heading without the marks of the input workbook: "Tên thôn *", "Ngày ban hành (dd/mm/yyyy)".
std::string bare_heading(std::string_view heading) {
  auto text = squeeze(normalise(heading));
  while (text.ends_with('*') || text.ends_with(' ')) text.pop_back();
  if (text.ends_with(')')) {
    const auto open = text.rfind('(');
    if (open != std::string::npos && open > 0) text.resize(open);
  }
  return match_key(text);
}

std::string short_label(const std::string& label) {
  const auto open = label.rfind('(');
  return match_key(open == std::string::npos || open == 0 ? label : label.substr(0, open));
}

/// What a table of villages cannot do without.
bool must_be_there(const Field& field) {
  return field.name == "commune_code" || (field.required && field.level == Level::village);
}

}  // namespace

HeaderMatch::HeaderMatch(const std::vector<Field>& fields) : fields_(fields) {
  for (const auto& field : fields) {
    keys_.emplace_back(match_key(field.name), &field);
    keys_.emplace_back(match_key(field.label), &field);
    keys_.emplace_back(short_label(field.label), &field);
  }
  std::stable_sort(keys_.begin(), keys_.end(),
                   [](const auto& left, const auto& right) { return left.first < right.first; });
}

const Field* HeaderMatch::find(const std::string& name) const {
  const auto field = std::find_if(fields_.begin(), fields_.end(),
                                  [&](const Field& each) { return each.name == name; });
  return field == fields_.end() ? nullptr : &*field;
}

std::string HeaderMatch::nearest_name(const std::string& name) const {
  std::vector<std::string> names;
  for (const auto& field : fields_) names.push_back(field.name);
  for (const auto& field : fields_) names.push_back(field.label);
  return nearest(name, names);
}

std::optional<Columns> HeaderMatch::match(const std::vector<std::string>& cells) const {
  Columns columns;
  std::size_t ours = 0;
  for (const auto& cell : cells) {
    const auto key = bare_heading(cell);
    const auto at = std::lower_bound(
        keys_.begin(), keys_.end(), key,
        [](const auto& entry, const std::string& wanted) { return entry.first < wanted; });
    const bool known = !key.empty() && at != keys_.end() && at->first == key;
    columns.push_back(known ? at->second : nullptr);
    ours += known ? 1 : 0;
  }
  return ours >= 2 ? std::optional(std::move(columns)) : std::nullopt;
}

void HeaderMatch::check(const std::vector<std::string>& cells, const Columns& columns,
                        const Place& place, Diagnostics& found) const {
  std::set<const Field*> there;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto heading = squeeze(normalise(cells[i]));
    auto where = place;
    where.steps.push_back({PlaceStep::Kind::column, std::to_string(i + 1)});
    if (columns[i] == nullptr && !heading.empty()) {
      std::vector<Text> hints;
      if (const auto near = nearest_name(heading); !near.empty()) {
        hints.push_back({"hint.did-you-mean", {near}});
      }
      found.add({Severity::warning, {"rows.unknown-column", {heading}}, where, std::move(hints)});
    } else if (columns[i] != nullptr && !there.insert(columns[i]).second) {
      found.add({Severity::error, {"rows.twin-column", {heading, columns[i]->name}}, where, {}});
    }
  }
  std::string missing;
  for (const auto& field : fields_) {
    if (!must_be_there(field) || there.contains(&field)) continue;
    if (!missing.empty()) missing += "; ";
    missing += field.label + " (" + field.name + ")";
  }
  if (missing.empty()) return;
  found.add(
      {Severity::error, {"rows.missing-column", {missing}}, place, {{"hint.missing-column", {}}}});
}

}  // namespace quyche
