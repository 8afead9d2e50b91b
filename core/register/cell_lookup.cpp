#include "register/cell_lookup.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "base/text.hpp"

namespace quyche {
namespace {

std::string shown_day(const std::string& day) {
  const auto date = date_from_iso(day);
  return date ? short_date(*date) : day;
}

// Posts in the order in which they are named.
constexpr std::string_view k_title_order[] = {"secretary",    "deputy_secretary",
                                              "village_head", "deputy_village_head",
                                              "front_head",   "committee_member"};

std::size_t rank_of(const CellPerson& person) {
  std::size_t rank = 0;
  for (const auto title : k_title_order) {
    if (person.holds(title)) return rank;
    ++rank;
  }
  return rank;
}

}  // namespace

bool CellPerson::holds(std::string_view title) const {
  return std::find(titles.begin(), titles.end(), title) != titles.end();
}

const CellPerson* CellCard::holder(std::string_view title) const {
  const auto found = std::find_if(people.begin(), people.end(),
                                  [&](const CellPerson& one) { return one.holds(title); });
  return found == people.end() ? nullptr : &*found;
}

CellLookup::CellLookup(Store& store, const UnitTree& units, std::string day,
                       const std::string& unit)
    : store_(store), units_(units), seats_(units, day, unit) {
  require_unit(units, unit, day);
  store.database().read({"cell_id", "unit_id"}, "FROM standing WHERE from_day<=$1 AND to_day>=$2",
                        {day, day}, [&](const Database::Cells& cells) {
                          standings_.emplace(std::stoll(cells[0]), std::stoll(cells[1]));
                        });
}

const SeatIndex::Seat& CellLookup::seat_of(const Record& cell) {
  const auto standing = standings_.find(cell.id);
  return seats_.of(standing == standings_.end() ? cell.reference("unit_id") : standing->second);
}

const UnitForm& CellLookup::commune_of(const Record& cell) { return *seat_of(cell).commune; }

std::vector<Record> CellLookup::all() {
  auto cells = store_.select("cell");
  std::erase_if(cells, [&](const Record& cell) { return !seat_of(cell).wanted; });
  std::stable_sort(cells.begin(), cells.end(), [&](const Record& left, const Record& right) {
    const auto key = [&](const Record& cell) {
      const auto& commune = commune_of(cell);
      return commune.sort_key + commune.code + cell.text("sort_key");
    };
    return key(left) < key(right);
  });
  return cells;
}

CellCard CellLookup::find(const std::string& code) {
  std::vector<Record> found;
  if (is_record_number(code)) found = store_.select("cell", "id=" + code);
  if (found.empty()) found = store_.select("cell", "party_code=$1", {code});
  if (found.empty()) found = store_.select("cell", "name_key=$1", {match_key(code)});
  std::erase_if(found, [&](const Record& cell) { return !seat_of(cell).wanted; });
  if (found.size() > 1) refuse_many(code, found);
  if (found.size() == 1) return card(found.front());
  std::vector<std::string> names;
  for (const auto& cell : all()) names.push_back(cell.text("name"));
  std::vector<Text> hints{{"hint.register-cell-code", {}}};
  if (const auto name = nearest(code, names); !name.empty()) {
    hints.insert(hints.begin(), {"hint.did-you-mean", {name}});
  }
  throw Error(Diagnostic{Severity::error, {"register.no-such-cell", {code}}, {}, std::move(hints)});
}

void CellLookup::refuse_many(const std::string& code, const std::vector<Record>& cells) {
  constexpr std::size_t k_most = 20;
  std::vector<Text> hints;
  for (const auto& cell : cells) {
    if (hints.size() == k_most) break;
    hints.push_back({"hint.register-cell-number",
                     {std::to_string(cell.id), cell.text("name"), unit_title(commune_of(cell))}});
  }
  throw Error(Diagnostic{Severity::error,
                         {"register.many-cells", {code, std::to_string(cells.size())}},
                         {},
                         std::move(hints)});
}

CellCard CellLookup::card(const Record& cell) {
  const auto& seat = seat_of(cell);
  const auto& commune = *seat.commune;
  const auto title = unit_title(commune);
  if (!seat.decided) {
    std::vector<Text> hints;
    for (const auto* choice : seat.choices) {
      hints.push_back({"hint.register-heir", {unit_title(*choice), choice->code}});
    }
    hints.push_back({"hint.register-settle-cell", {std::to_string(cell.id)}});
    throw Error(
        Diagnostic{Severity::error,
                   {"register.cell-undecided",
                    {cell.text("name"), title, shown_day(commune.to), shown_day(seats_.day())}},
                   {},
                   std::move(hints)});
  }
  if (!commune.contains(seats_.day())) {
    std::vector<Text> hints;
    for (const auto id : units_.with_predecessors(commune.id)) {
      const auto& before = units_.get(id);
      if (!before.contains(seats_.day())) continue;
      hints.push_back({"hint.register-forebear", {unit_title(before), before.code}});
    }
    throw Error(
        Diagnostic{Severity::error,
                   {"register.cell-too-early",
                    {cell.text("name"), title, shown_day(commune.from), shown_day(seats_.day())}},
                   {},
                   std::move(hints)});
  }
  CellCard card{cell, commune, {}, {}, {}};
  for (const auto* above = units_.parent_on(commune, seats_.day()); above != nullptr;
       above = units_.parent_on(*above, seats_.day())) {
    (above->level == "province" ? card.province : card.district) = unit_title(*above);
  }
  add_people(card);
  return card;
}

void CellLookup::add_people(CellCard& card) {
  const auto id = std::to_string(card.cell.id);
  for (auto& person : store_.select("person", "cell_id=" + id)) {
    card.people.push_back({std::move(person), {}});
  }
  const auto posts =
      store_.select("post", "cell_id=" + id + " AND from_day<=$1 AND (to_day='' OR to_day>=$2)",
                    {seats_.day(), seats_.day()});
  for (const auto& post : posts) {
    for (auto& one : card.people) {
      if (one.person.id == post.reference("person_id")) one.titles.push_back(post.text("title"));
    }
  }
  std::stable_sort(card.people.begin(), card.people.end(),
                   [](const CellPerson& left, const CellPerson& right) {
                     return std::pair(rank_of(left), left.person.text("sort_key")) <
                            std::pair(rank_of(right), right.person.text("sort_key"));
                   });
}

}  // namespace quyche
