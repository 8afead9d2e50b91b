#include "register/record_import.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "base/named_value.hpp"
#include "base/text.hpp"
#include "register/number_series.hpp"
#include "register/sort_key.hpp"

namespace quyche {
namespace {

constexpr const char* k_record = "record_id";
constexpr const char* k_commune = "commune";
constexpr const char* k_cell = "cell";
constexpr const char* k_outgoing = "outgoing";
constexpr RowId k_not_yet = -1;

std::string column_of(const RosterColumn& column) {
  return column.from.starts_with("t.") ? column.from.substr(2) : std::string();
}

std::string person_of(const std::string& cell, const Values& values) {
  return cell + "|" + match_key(value_of(values, "name")) + "|" + value_of(values, "birth");
}

bool is_year(const std::string& text) {
  return text.size() == 4 && std::all_of(text.begin(), text.end(),
                                         [](char sign) { return sign >= '0' && sign <= '9'; });
}

// "-" empties; a day may also be a year alone.
std::string stored_text(const RosterColumn& column, const std::string& given, const Row& row,
                        Diagnostics& found) {
  if (given == "-") return {};
  if (column.type == RosterColumn::Type::text) {
    for (const auto& choice : column.choices) {
      if (choice.label == given) return choice.value;
    }
  }
  if (column.type != RosterColumn::Type::date || is_year(given)) return given;
  if (const auto day = date_from_text(given)) return iso(*day);
  report(found, row, {"register.bad-day", {column.heading, given}});
  return {};
}

}  // namespace

std::vector<Field> roster_fields(const RosterDefinition& roster) {
  std::vector<Field> fields;
  for (const auto& column : roster.columns) {
    const bool finds = column.name == k_record || column.name == k_commune || column.name == k_cell;
    if (!column.edit && !finds) continue;
    Field field;
    field.name = column.name;
    field.label = column.heading;
    if (column.type == RosterColumn::Type::integer) field.type = FieldType::integer;
    // A column of text may have words for some of its values and take any other.
    if (column.type == RosterColumn::Type::choice) field.type = FieldType::choice;
    for (const auto& choice : column.choices) {
      field.choices.push_back({choice.value, choice.label});
    }
    fields.push_back(field);
    for (const auto& heading : column.also) {
      field.label = heading;
      fields.push_back(field);
    }
  }
  return fields;
}

RecordImport::RecordImport(Change& change, const UnitTree& units, const RosterDefinition& roster,
                           std::string day, bool merge_people)
    : change_(change),
      units_(units),
      roster_(roster),
      day_(std::move(day)),
      merge_people_(merge_people),
      cells_(change.store(), units) {
  for (auto& record : change.store().select(roster.source)) {
    if (roster.source == "person") {
      people_.emplace(person_of(record.text("cell_id"), record.values), record.id);
    }
    const auto id = record.id;
    if (roster.source == k_outgoing) numbers_.emplace(number_key(record.values), id);
    records_.emplace(id, std::move(record));
  }
}

Values RecordImport::values_of(const Row& row, Diagnostics& found) const {
  Values values;
  for (const auto& column : roster_.columns) {
    const auto name = column_of(column);
    const auto given = row.values.find(column.name);
    if (name.empty() || name == "id" || !column.edit || given == row.values.end()) continue;
    values[name] = stored_text(column, given->second, row, found);
    if (const auto equals = column.only.find('='); equals != std::string::npos) {
      values[column.only.substr(2, equals - 2)] = column.only.substr(equals + 1);
    }
  }
  const auto& name = value_of(values, "name");
  const auto& table = register_table(roster_.source);
  if (!name.empty() && table.has_column("sort_key")) values["sort_key"] = person_sort_key(name);
  if (!name.empty() && table.has_column("name_key")) values["name_key"] = match_key(name);
  return values;
}

Record* RecordImport::find_cell(const Row& row, Diagnostics& found) {
  const auto& code = value_of(row.values, k_commune);
  const auto& name = value_of(row.values, k_cell);
  const auto* unit = units_.find(code, day_);
  if (unit == nullptr) unit = units_.nearest(code, day_);
  auto* cell = unit == nullptr ? nullptr : cells_.find(unit->id, name);
  if (cell == nullptr) {
    report(found, row, {"register.unknown-cell", {name, code}}, {{"hint.register-cell", {}}});
  }
  return cell;
}

bool RecordImport::add(const Row& row, Diagnostics& found) {
  Diagnostics about;
  auto values = values_of(row, about);
  const auto& number = value_of(row.values, k_record);
  bool kept = false;
  if (about.has_errors()) {
    kept = false;
  } else if (number.empty()) {
    kept = add_new(row, std::move(values), about);
  } else {
    const bool digits = number.size() < 18 && number.find_first_not_of("0123456789") == number.npos;
    const auto record = digits ? records_.find(std::stoll(number)) : records_.end();
    kept = record != records_.end();
    if (kept) {
      kept = change(row, record->second, values, about);
    } else {
      report(about, row, {"register.unknown-record", {number}}, {{"hint.register-record", {}}});
    }
  }
  found.add(about.findings());
  return kept;
}

bool RecordImport::take_number(const Row& row, const Values& document, RowId own,
                               Diagnostics& found) {
  const auto key = number_key(document);
  if (roster_.source != k_outgoing || key.empty()) return true;
  const auto [known, is_new] = numbers_.emplace(key, own);
  if (is_new || known->second == own) return true;
  report(found, row,
         {"register.number-taken",
          {value_of(document, "number"), records_.at(known->second).text("symbol")}},
         {{"hint.register-number", {}}});
  return false;
}

bool RecordImport::change(const Row& row, Record& record, const Values& values,
                          Diagnostics& found) {
  auto whole = record.values;
  for (const auto& [name, value] : values) whole[name] = value;
  if (!take_number(row, whole, record.id, found)) return false;
  change_.update(roster_.source, record, values);
  return true;
}

// What every record of the roster has.
void RecordImport::set_only(Values& values) const {
  if (const auto equals = roster_.only.find('='); equals != std::string::npos) {
    values[roster_.only.substr(0, equals)] = roster_.only.substr(equals + 1);
  }
}

// A list of cells knows the names of those who hold posts and nothing else: a list of people that
// knows when one of them was born means the same person.
bool RecordImport::complete_person(const std::string& cell, const std::string& key,
                                   const Values& values) {
  if (value_of(values, "birth").empty() || people_.count(key) > 0) return false;
  auto bare = values;
  bare.erase("birth");
  const auto known = people_.find(person_of(cell, bare));
  if (known == people_.end()) return false;
  auto whole = values;
  set_only(whole);
  change_.update("person", records_.at(known->second), whole);
  people_.emplace(key, known->second);
  people_.erase(known);
  return true;
}

bool RecordImport::add_new(const Row& row, Values values, Diagnostics& found) {
  const auto* cell = find_cell(row, found);
  if (cell == nullptr) return false;
  const auto cell_id = std::to_string(cell->id);
  const auto key = person_of(cell_id, values);
  if (roster_.source == "person" && complete_person(cell_id, key, values)) return true;
  if (roster_.source == "person") {
    if (const auto known = people_.find(key); known != people_.end()) {
      if (merge_people_) {
        change_.update("person", records_.at(known->second), values);
        return true;
      }
      report(found, row, {"register.twin-person", {value_of(values, "name"), cell->text("name")}},
             {{"hint.register-merge", {}}});
      return false;
    }
  }
  values["cell_id"] = cell_id;
  set_only(values);
  if (!take_number(row, values, k_not_yet, found)) return false;
  const auto id = change_.insert(roster_.source, values);
  if (const auto number = number_key(values); roster_.source == k_outgoing && !number.empty()) {
    numbers_[number] = id;
  }
  if (roster_.source == "person") people_.emplace(key, id);
  records_.emplace(id, Record{id, std::move(values)});
  return true;
}

}  // namespace quyche
