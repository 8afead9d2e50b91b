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
constexpr const char* k_person = "person";
constexpr RowId k_not_yet = -1;

std::string column_of(const RosterColumn& column) {
  return column.from.starts_with("t.") ? column.from.substr(2) : std::string();
}

std::string person_of(const std::string& cell, const Values& values) {
  return cell + "|" + match_key(value_of(values, "name")) + "|" + value_of(values, "birth");
}

std::string without_zeros(const std::string& number) {
  return number.substr(std::min(number.find_first_not_of('0'), number.size()));
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
  report(found, row, {"register.bad-day", {column.heading, given}}, {{"hint.register-day", {}}});
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
      wanted_(change.store()),
      cells_(wanted_, units) {}

void RecordImport::look_up(const std::vector<const Row*>& rows) {
  change_.flush();
  records_.clear();
  people_.clear();
  numbers_.clear();
  for (const auto* row : rows) {
    const auto& number = value_of(row->values, k_record);
    if (is_record_number(number)) wanted_.want(std::stoll(number));
  }
  for (auto& record : wanted_.with(roster_.source, "id")) know(std::move(record));
  wanted_.clear();
  for (const auto* row : rows) {
    const auto* unit = unit_of(*row);
    const bool is_new = value_of(row->values, k_record).empty();
    if (unit != nullptr && is_new) cells_.want(unit->id, value_of(row->values, k_cell));
  }
  cells_.look_up();
  if (roster_.source == k_person) look_up_people(rows);
  if (roster_.source == k_outgoing) look_up_numbers(rows);
}

// New people may be known already, under the same name in the same cell.
void RecordImport::look_up_people(const std::vector<const Row*>& rows) {
  std::string name_column;
  for (const auto& column : roster_.columns) {
    if (column_of(column) == "name") name_column = column.name;
  }
  for (const auto* row : rows) {
    Diagnostics said_later;
    const auto* cell = find_cell(*row, said_later);
    if (cell == nullptr || !value_of(row->values, k_record).empty()) continue;
    wanted_.want(cell->id, match_key(value_of(row->values, name_column)));
  }
  for (auto& record : wanted_.with(k_person, "cell_id", "t.name_key")) know(std::move(record));
  wanted_.clear();
}

// The documents that may have the numbers these rows want, or that their records have.
void RecordImport::look_up_numbers(const std::vector<const Row*>& rows) {
  for (const auto& [id, record] : records_) {
    wanted_.want(record.reference("cell_id"), without_zeros(record.text("number")));
  }
  for (const auto* row : rows) {
    Diagnostics said_later;
    const auto& number = value_of(row->values, k_record);
    const auto known =
        is_record_number(number) ? records_.find(std::stoll(number)) : records_.end();
    const auto* cell = number.empty() ? find_cell(*row, said_later) : nullptr;
    if (cell == nullptr && known == records_.end()) continue;
    const auto id = cell != nullptr ? cell->id : known->second.reference("cell_id");
    wanted_.want(id, without_zeros(value_of(values_of(*row, said_later), "number")));
  }
  // Both engines know this function.
  for (auto& record : wanted_.with(k_outgoing, "cell_id", "ltrim(t.number,'0')")) {
    numbers_.emplace(number_key(record.values), record.id);
    know(std::move(record));
  }
  wanted_.clear();
}

void RecordImport::know(Record record) {
  if (roster_.source == k_person) {
    const auto [known, is_new] =
        people_.emplace(person_of(record.text("cell_id"), record.values), record.id);
    if (!is_new) known->second = std::min(known->second, record.id);
  }
  const auto id = record.id;
  records_.emplace(id, std::move(record));
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

const UnitForm* RecordImport::unit_of(const Row& row) const {
  const auto& code = value_of(row.values, k_commune);
  const auto* unit = units_.find(code, day_);
  return unit != nullptr ? unit : units_.nearest(code, day_);
}

Record* RecordImport::find_cell(const Row& row, Diagnostics& found) {
  const auto& code = value_of(row.values, k_commune);
  const auto& name = value_of(row.values, k_cell);
  const auto* unit = unit_of(row);
  auto* cell = unit == nullptr ? nullptr : cells_.find(unit->id, name);
  if (cell == nullptr) {
    report(found, row, {"register.unknown-cell", {name, code}}, {{"hint.register-cell", {}}});
  }
  return cell;
}

// Of people, also in lists where they stand alone: none is without a name.
void RecordImport::ask_for_name(const Row& row, const Values& values, Diagnostics& found) const {
  for (const auto& column : roster_.columns) {
    if (column.from != "t.name" || !column.edit) continue;
    const bool is_new = value_of(row.values, k_record).empty();
    if (!value_of(values, "name").empty() || (!is_new && values.count("name") == 0)) return;
    return report(found, row, {"register.no-person-name", {column.heading}});
  }
}

bool RecordImport::add(const Row& row, Diagnostics& found) {
  Diagnostics about;
  auto values = values_of(row, about);
  ask_for_name(row, values, about);
  const auto& number = value_of(row.values, k_record);
  bool kept = false;
  if (about.has_errors()) {
    kept = false;
  } else if (number.empty()) {
    kept = add_new(row, std::move(values), about);
  } else {
    const auto record =
        is_record_number(number) ? records_.find(std::stoll(number)) : records_.end();
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
  change_.update(k_person, records_.at(known->second), whole);
  people_.emplace(key, known->second);
  people_.erase(known);
  return true;
}

bool RecordImport::add_new(const Row& row, Values values, Diagnostics& found) {
  const auto* cell = find_cell(row, found);
  if (cell == nullptr) return false;
  const auto cell_id = std::to_string(cell->id);
  const auto key = person_of(cell_id, values);
  if (roster_.source == k_person && complete_person(cell_id, key, values)) return true;
  if (roster_.source == k_person) {
    if (const auto known = people_.find(key); known != people_.end()) {
      if (merge_people_) {
        change_.update(k_person, records_.at(known->second), values);
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
  if (roster_.source == k_person) people_.emplace(key, id);
  records_.emplace(id, Record{id, std::move(values)});
  return true;
}

}  // namespace quyche
