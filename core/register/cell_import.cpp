#include "register/cell_import.hpp"

#include <algorithm>
#include <array>

#include "base/date.hpp"
#include "base/messages.hpp"
#include "base/named_value.hpp"
#include "base/text.hpp"
#include "register/sort_key.hpp"

namespace quyche {
namespace {

// Columns of `cell` and of `regulation` that a row of village data may fill under the same name.
constexpr std::array<const char*, 8> k_cell_columns{"leadership_model",
                                                    "member_count_official",
                                                    "member_count_probationary",
                                                    "household_count",
                                                    "cell_term",
                                                    "cell_has_committee",
                                                    "party_code",
                                                    "note"};
constexpr std::array<const char*, 9> k_regulation_columns{
    "number",           "issue_date",        "signer",
    "template_version", "resolution_ref",    "review_date",
    "amended_times",    "inspection_result", "deadline"};

template <std::size_t Size>
Values chosen(const Values& row, const std::array<const char*, Size>& columns) {
  Values values;
  for (const auto* column : columns) {
    if (const auto& value = value_of(row, column); !value.empty()) values[column] = value;
  }
  return values;
}

// A row with a day of issue and no state is of an issued regulation.
std::string state_of(const Values& row) {
  const auto& state = value_of(row, "state");
  return state.empty() && !value_of(row, "issue_date").empty() ? "issued" : state;
}

}  // namespace

CellImport::CellImport(Change& change, const UnitTree& units, std::string day)
    : change_(change),
      units_(units),
      day_(std::move(day)),
      wanted_(change.store()),
      cells_(wanted_, units) {}

void CellImport::look_up(const std::vector<const Row*>& rows) {
  change_.flush();
  for (const auto* row : rows) {
    const auto& issued = value_of(row->values, "issue_date");
    const auto* unit = unit_on(*row, issued.empty() ? day_ : issued);
    if (unit != nullptr) cells_.want(unit->id, value_of(row->values, "village_name"));
  }
  cells_.look_up();
  for (const auto& [id, cell] : cells_.all()) wanted_.want(id);
  life_.emplace(change_, wanted_);
  posts_.emplace(change_, wanted_);
  regulations_.clear();
  for (auto& record : wanted_.with("regulation", "cell_id")) {
    regulations_[record.reference("cell_id")].push_back(std::move(record));
  }
  numbers_.clear();
  for (const auto& record : wanted_.with("outgoing", "cell_id")) {
    numbers_.emplace(record.text("cell_id") + "|" + record.text("type") + "|" +
                         record.text("term") + "|" + record.text("number"),
                     record.id);
  }
  wanted_.clear();
}

const UnitForm* CellImport::unit_on(const Row& row, const std::string& day) const {
  const auto& code = value_of(row.values, "commune_code");
  const auto* unit = units_.find(code, day);
  // A list of an older year, read today, means the commune of its own time.
  const bool may_be_older = value_of(row.values, "issue_date").empty();
  return unit == nullptr && may_be_older ? units_.nearest(code, day) : unit;
}

void CellImport::note_day(const Row& row) {
  const auto& code = value_of(row.values, "commune_code");
  if (units_.find(code, day_) == nullptr) {
    if (ended_code_.empty()) ended_code_ = code;
  } else if (value_of(row.values, "issue_date").empty()) {
    ++undated_;
  }
}

void CellImport::tell_of_older_list(Diagnostics& found) const {
  if (ended_code_.empty() || undated_ == 0) return;
  found.add({Severity::warning,
             {"register.older-list",
              {short_date(*date_from_iso(day_)), ended_code_, std::to_string(undated_)}},
             {},
             {{"hint.register-older-list", {}}}});
}

const UnitForm* CellImport::unit_of(const Row& row, const std::string& day, Diagnostics& found) {
  if (const auto* unit = unit_on(row, day)) {
    note_day(row);
    return unit;
  }
  const auto& code = value_of(row.values, "commune_code");
  report(found, row, {"register.unknown-commune", {code, short_date(*date_from_iso(day))}},
         {{"hint.register-commune", {}}});
  return nullptr;
}

bool CellImport::see(RowId cell) {
  const auto place = static_cast<std::size_t>(cell);
  if (seen_.size() <= place) seen_.resize(place + 1);
  const bool is_new = !seen_[place];
  seen_[place] = true;
  return is_new;
}

bool CellImport::add(const Row& row, Diagnostics& found) {
  const auto& name = value_of(row.values, "village_name");
  const auto& issued = value_of(row.values, "issue_date");
  const auto& state = value_of(row.values, "state");
  const auto day = issued.empty() ? day_ : issued;
  if (name.empty()) {
    report(found, row, {"register.no-cell-name", {}});
    return false;
  }
  if (!state.empty() && !is_state(state)) {
    report(found, row, {"register.unknown-state", {state}}, {{"hint.register-states", {}}});
    return false;
  }
  const auto* unit = unit_of(row, day, found);
  if (unit == nullptr) return false;
  auto* cell = cells_.find(unit->id, name);
  if (cell != nullptr && !see(cell->id)) {
    report(found, row, {"register.twin-cell", {name, unit_title(*unit)}});
    return false;
  }
  auto values = chosen(row.values, k_cell_columns);
  if (cell == nullptr) {
    values["unit_id"] = std::to_string(unit->id);
    values["name"] = name;
    values["name_key"] = match_key(name);
    values["sort_key"] = name_sort_key(name);
    const auto id = change_.insert("cell", values);
    cell = &cells_.add({id, std::move(values)});
    see(id);
  } else {
    change_.update("cell", *cell, values);
  }
  bool fresh = false;
  if (!keep_number(row, *cell, k_regulations, fresh, found)) return false;
  const auto regulation = keep_regulation(row, cell->id);
  keep_standing(row, cell->id, unit->id, regulation);
  posts_->keep(cell->id, row.values, issued.empty() ? day_ : issued);
  return true;
}

bool CellImport::amend(const Row& row, Diagnostics& found) {
  const auto& name = value_of(row.values, "village_name");
  const auto& day = value_of(row.values, "issue_date");
  if (day.empty() || value_of(row.values, "number").empty()) {
    report(found, row, {"register.amending-draft", {}}, {{"hint.register-amending-draft", {}}});
    return false;
  }
  const auto* unit = unit_of(row, day, found);
  if (unit == nullptr) return false;
  const auto* cell = cells_.find(unit->id, name);
  if (cell == nullptr) {
    report(found, row, {"register.unknown-cell", {name, value_of(row.values, "commune_code")}},
           {{"hint.register-cell", {}}});
    return false;
  }
  const auto* before = regulation_of(cell->id, day);
  if (before == nullptr) {
    report(found, row, {"register.nothing-to-amend", {name, short_date(*date_from_iso(day))}},
           {{"hint.register-nothing-to-amend", {}}});
    return false;
  }
  bool fresh = false;
  if (!keep_number(row, *cell, k_decisions, fresh, found)) return false;
  if (!fresh) return true;
  const auto version = keep_version(row, cell->id, *before);
  life_->set(cell->id, day, {{"state", "amended"}, {"regulation_id", std::to_string(version)}});
  return true;
}

std::string CellImport::symbol_of(const Series& series, const std::string& number) {
  const bool decides = series.type == std::string_view(k_decisions.type);
  const auto code = decides ? sentence({"amend.code", {}}, Language::vietnamese) : series.type;
  return number + "-" + code + "/CB";
}

const Record* CellImport::regulation_of(RowId cell, const std::string& day) const {
  const auto* now = life_->on(cell, day);
  const auto known = regulations_.find(cell);
  if (now == nullptr || known == regulations_.end()) return nullptr;
  const auto id = now->reference("regulation_id");
  const auto found = std::find_if(known->second.begin(), known->second.end(),
                                  [&](const Record& record) { return record.id == id; });
  return found == known->second.end() ? nullptr : &*found;
}

RowId CellImport::keep_version(const Row& row, RowId cell, const Record& before) {
  auto values = before.values;
  const auto& times = before.text("amended_times");
  const bool is_number = !times.empty() && times.size() < 4 &&
                         times.find_first_not_of("0123456789") == std::string::npos;
  values["amended_times"] = std::to_string((is_number ? std::stoi(times) : 0) + 1);
  values["review_date"] = value_of(row.values, "issue_date");
  values["source"] = row.place.file;
  const auto id = change_.insert("regulation", values);
  regulations_[cell].push_back({id, std::move(values)});
  return id;
}

bool CellImport::keep_number(const Row& row, const Record& cell, const Series& series, bool& fresh,
                             Diagnostics& found) {
  const auto& number = value_of(row.values, "number");
  if (number.empty()) return true;
  const auto& given = value_of(row.values, "cell_term");
  const auto& term = given.empty() ? cell.text("cell_term") : given;
  const auto id = std::to_string(cell.id);
  const auto key = id + "|" + series.type + "|" + term + "|" + number;
  const auto& day = value_of(row.values, "issue_date");
  if (const auto known = numbers_.find(key); known != numbers_.end()) {
    auto records = change_.store().select("outgoing", "id=" + std::to_string(known->second));
    if (records.empty() || records.front().text("subject") == series.subject) {
      if (!records.empty() && !day.empty()) {
        change_.update("outgoing", records.front(), {{"day", day}});
      }
      return true;
    }
    report(found, row, {"register.number-taken", {number, records.front().text("subject")}},
           {{"hint.register-number", {}}});
    return false;
  }
  const auto made = change_.insert("outgoing", {{"cell_id", id},
                                                {"type", series.type},
                                                {"term", term},
                                                {"number", number},
                                                {"symbol", symbol_of(series, number)},
                                                {"day", day},
                                                {"subject", series.subject},
                                                {"signer", value_of(row.values, "secretary")}});
  numbers_.emplace(key, made);
  fresh = true;
  return true;
}

RowId CellImport::keep_regulation(const Row& row, RowId cell) {
  auto values = chosen(row.values, k_regulation_columns);
  if (values.empty()) return 0;
  if (const auto& number = value_of(values, "number"); !number.empty()) {
    values["symbol"] = symbol_of(k_regulations, number);
  }
  if (!value_of(values, "issue_date").empty() && value_of(values, "signer").empty()) {
    values["signer"] = value_of(row.values, "secretary");
  }
  auto& known = regulations_[cell];
  for (auto& regulation : known) {
    const auto& number = value_of(values, "number");
    if (!number.empty() && regulation.text("number") != number) continue;
    change_.update("regulation", regulation, values);
    return regulation.id;
  }
  values["cell_id"] = std::to_string(cell);
  values["source"] = row.place.file;
  const auto id = change_.insert("regulation", values);
  known.push_back({id, std::move(values)});
  return id;
}

void CellImport::keep_standing(const Row& row, RowId cell, RowId unit, RowId regulation) {
  const auto& issued = value_of(row.values, "issue_date");
  const auto state = state_of(row.values);
  const bool has_paper = counts_as_issued(state) && regulation != 0;
  if (life_->on(cell, day_) == nullptr) {
    const auto first = state.empty() ? std::string(k_states.front()) : state;
    return has_paper ? life_->start(cell, unit, first, issued, regulation)
                     : life_->start(cell, unit, first, {}, 0);
  }
  if (state.empty()) return;
  if (has_paper && !issued.empty() && life_->move(cell, regulation, issued)) return;
  // A paper that stands already was issued then; what is new about it holds from today.
  const auto* now = life_->on(cell, day_);
  const bool stands = has_paper && now->reference("regulation_id") == regulation;
  const auto day = has_paper && !issued.empty() && !stands ? issued : day_;
  Values wanted{{"state", state}};
  if (has_paper) wanted["regulation_id"] = std::to_string(regulation);
  if (life_->on(cell, day)->text("state") == state) wanted.erase("state");
  life_->set(cell, day, wanted);
}

}  // namespace quyche
