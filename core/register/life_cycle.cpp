#include "register/life_cycle.hpp"

#include <algorithm>

#include "base/date.hpp"

namespace quyche {
namespace {

std::string day_before(const std::string& day) {
  const auto date = date_from_iso(day);
  return date ? iso(previous_day(*date)) : day;
}

}  // namespace

bool is_state(std::string_view state) {
  return std::find(k_states.begin(), k_states.end(), state) != k_states.end();
}

bool counts_as_issued(std::string_view state) {
  return std::find(k_issued_states.begin(), k_issued_states.end(), state) != k_issued_states.end();
}

LifeCycles::LifeCycles(Change& change) : change_(change) {
  keep(change.store().select("standing"));
}

LifeCycles::LifeCycles(Change& change, WantedRows& wanted) : change_(change) {
  keep(wanted.with("standing", "cell_id"));
}

void LifeCycles::keep(std::vector<Record> records) {
  for (auto& record : records) {
    standings_[record.reference("cell_id")].push_back(std::move(record));
  }
  for (auto& [cell, standings] : standings_) {
    std::sort(standings.begin(), standings.end(), [](const Record& left, const Record& right) {
      return left.text("from_day") < right.text("from_day");
    });
  }
}

const Record* LifeCycles::on(RowId cell, std::string_view day) const {
  const auto found = standings_.find(cell);
  if (found == standings_.end()) return nullptr;
  for (const auto& standing : found->second) {
    if (day <= standing.text("to_day")) return &standing;
  }
  return nullptr;
}

void LifeCycles::insert(RowId cell, Values values) {
  values["cell_id"] = std::to_string(cell);
  const auto id = change_.insert("standing", values);
  auto& list = standings_[cell];
  const auto place = std::find_if(list.begin(), list.end(), [&](const Record& other) {
    return values.at("from_day") < other.text("from_day");
  });
  list.insert(place, Record{id, std::move(values)});
}

void LifeCycles::start(RowId cell, RowId unit, const std::string& state, const std::string& day,
                       RowId regulation) {
  Values values{{"unit_id", std::to_string(unit)},
                {"state", state},
                {"from_day", k_first_day},
                {"to_day", k_last_day}};
  if (!day.empty() && state != "not_started") {
    auto before = values;
    before["state"] = "not_started";
    before["to_day"] = day_before(day);
    insert(cell, std::move(before));
    values["from_day"] = day;
  }
  if (regulation != 0) values["regulation_id"] = std::to_string(regulation);
  insert(cell, std::move(values));
}

bool LifeCycles::set(RowId cell, const std::string& day, const Values& wanted) {
  for (auto& standing : standings_[cell]) {
    if (standing.text("to_day") < day) continue;
    auto after = standing.values;
    for (const auto& [name, value] : wanted) after[name] = value;
    if (after == standing.values) return false;
    if (standing.text("from_day") == day) return change_.update("standing", standing, wanted);
    after["from_day"] = day;
    change_.update("standing", standing, {{"to_day", day_before(day)}});
    insert(cell, std::move(after));
    return true;
  }
  return false;
}

bool LifeCycles::move(RowId cell, RowId regulation, const std::string& day) {
  auto& list = standings_[cell];
  for (std::size_t i = 1; i < list.size(); ++i) {
    if (list[i].reference("regulation_id") != regulation) continue;
    const bool fits = list[i - 1].text("from_day") < day && day <= list[i].text("to_day");
    if (!fits || list[i].text("from_day") == day) return false;
    change_.update("standing", list[i - 1], {{"to_day", day_before(day)}});
    return change_.update("standing", list[i], {{"from_day", day}});
  }
  return false;
}

}  // namespace quyche
