#include "model/header_match.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.hpp"

namespace quyche {
namespace {

// A heading without the star of the input workbook: "Tên thôn *".
std::string without_star(std::string text) {
  while (text.ends_with('*') || text.ends_with(' ')) text.pop_back();
  const auto first = text.find_first_not_of("* ");
  return first == std::string::npos ? "" : text.substr(first);
}

// Also without a hint at its end: "Ngày ban hành (ngày/tháng/năm)".
std::string without_hint(const std::string& text) {
  const auto open = text.ends_with(')') ? text.rfind('(') : std::string::npos;
  return open == std::string::npos || open == 0 ? text : text.substr(0, open);
}

// What a table of villages cannot do without.
bool must_be_there(const Field& field) {
  return field.name == "commune_code" || (field.required && field.level == Level::village);
}

}  // namespace

HeaderMatch::HeaderMatch(std::vector<Field> fields) : fields_(std::move(fields)) {
  for (const auto& field : fields_) {
    names_.try_emplace(field.name, &field);
    keys_.try_emplace(match_key(field.name), &field);
    keys_.try_emplace(match_key(field.label), &field);
    const auto [entry, fresh] =
        short_keys_.try_emplace(match_key(without_hint(field.label)), &field);
    if (!fresh) entry->second = nullptr;
  }
}

const Field* HeaderMatch::find(std::string_view name) const {
  const auto found = names_.find(name);
  return found == names_.end() ? nullptr : found->second;
}

const Field* HeaderMatch::whole(const std::string& heading) const {
  const auto found = keys_.find(match_key(without_star(squeeze(normalise(heading)))));
  return found == keys_.end() ? nullptr : found->second;
}

std::string HeaderMatch::nearest_name(const std::string& name) const {
  std::vector<std::string> names;
  for (const auto& field : fields_) names.push_back(field.name);
  return nearest(name, names);
}

std::string HeaderMatch::nearest_heading(const std::string& heading) const {
  std::vector<std::string> headings;
  for (const auto& field : fields_) headings.push_back(field.label);
  for (const auto& field : fields_) headings.push_back(field.name);
  return nearest(heading, headings);
}

const Field* HeaderMatch::field_under(const std::string& heading) const {
  const auto text = without_star(squeeze(normalise(heading)));
  if (text.empty()) return nullptr;
  if (const auto whole = keys_.find(match_key(text)); whole != keys_.end()) return whole->second;
  const auto bare = match_key(without_star(without_hint(text)));
  if (const auto whole = keys_.find(bare); whole != keys_.end()) return whole->second;
  const auto cut = short_keys_.find(bare);
  return cut == short_keys_.end() ? nullptr : cut->second;
}

HeaderMatch::Matched HeaderMatch::match(const std::vector<Cell>& cells) const {
  Matched matched;
  matched.columns.reserve(cells.size());
  for (const auto& cell : cells) {
    const auto* field = cell.kind == Cell::Kind::text ? field_under(cell.text) : nullptr;
    matched.columns.push_back(field);
    matched.known += field == nullptr ? 0 : 1;
  }
  return matched;
}

void HeaderMatch::check(const TableHeader& header, Diagnostics& found) const {
  const auto there = check_columns(header, found);
  check_missing(header, there, found);
}

std::set<const Field*> HeaderMatch::check_columns(const TableHeader& header,
                                                  Diagnostics& found) const {
  std::set<const Field*> there;
  for (std::size_t column = 0; column < header.columns.size(); ++column) {
    const auto* field = header.columns[column];
    const auto heading = squeeze(normalise(header.cells[column].text));
    const auto& place = header.places[column];
    if (field == nullptr && !heading.empty()) {
      std::vector<Text> hints;
      if (const auto near = nearest_heading(heading); !near.empty()) {
        hints.push_back({"hint.did-you-mean", {near}});
      }
      found.add({Severity::warning, {"rows.unknown-column", {heading}}, place, std::move(hints)});
    } else if (field != nullptr && !there.insert(field).second) {
      found.add({Severity::error,
                 {"rows.twin-column", {heading, field->name}},
                 place,
                 {{"hint.twin-column", {}}}});
    }
  }
  return there;
}

void HeaderMatch::check_missing(const TableHeader& header, const std::set<const Field*>& there,
                                Diagnostics& found) const {
  std::string missing;
  for (const auto& field : fields_) {
    // A field may stand in the list under several labels; one of them is enough.
    const bool is_there = std::any_of(
        there.begin(), there.end(), [&](const Field* other) { return other->name == field.name; });
    if (!must_be_there(field) || is_there) continue;
    if (!missing.empty()) missing += "; ";
    missing += field.label + " (" + field.name + ")";
  }
  if (missing.empty()) return;
  found.add({Severity::error,
             {"rows.missing-column", {missing}},
             header.place,
             {{"hint.missing-column", {}}}});
}

}  // namespace quyche
