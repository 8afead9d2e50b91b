#include "register/adoption.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "register/life_cycle.hpp"

namespace quyche {
namespace {

void count(AdoptionLine& line, const std::string& state, std::size_t cells) {
  if (state == "not_applicable") return;
  line.total += cells;
  if (counts_as_issued(state)) {
    line.issued += cells;
  } else if (state == "drafting" || state == "consulted" || state == "adopted_by_cell") {
    line.drafting += cells;
  } else {
    line.not_started += cells;
  }
}

class AdoptionReading {
 public:
  AdoptionReading(Store& store, const UnitTree& units, const std::string& day,
                  const std::string& unit)
      : store_(store), seats_(units, day, unit) {}

  Adoption read(GroupBy group) {
    read_lines(group);
    read_outstanding();
    read_undecided();
    adoption_.day = *date_from_iso(seats_.day());
    return std::move(adoption_);
  }

 private:
  void read_lines(GroupBy group) {
    std::map<std::string, AdoptionLine> lines;  // by sort key and unit
    store_.database().read(
        {"unit_id", "state", "count(*)"},
        "FROM standing WHERE from_day<=$1 AND to_day>=$2 GROUP BY unit_id, state",
        {seats_.day(), seats_.day()}, [&](const Database::Cells& cells) {
          const auto& seat = seats_.of(std::stoll(cells[0]));
          if (!seat.wanted) return;
          const bool by_district = group == GroupBy::top && seat.district != nullptr;
          const auto& unit = by_district ? *seat.district : *seat.commune;
          auto& line = lines[unit.sort_key + unit.code];
          line.code = unit.code;
          line.name = unit_title(unit);
          const auto number = static_cast<std::size_t>(std::stoull(cells[2]));
          count(line, cells[1], number);
          count(adoption_.total, cells[1], number);
        });
    for (auto& [key, line] : lines) adoption_.lines.push_back(std::move(line));
  }

  void read_outstanding() {
    std::string issued;
    for (const auto state : k_issued_states) issued += "'" + std::string(state) + "',";
    const auto rest =
        "FROM standing s JOIN cell c ON c.id=s.cell_id WHERE s.from_day<=$1 AND s.to_day>=$2 AND "
        "s.state NOT IN (" +
        issued + "'not_applicable')";
    read_notices(rest, adoption_.outstanding, [](const SeatIndex::Seat&) { return true; });
  }

  void read_undecided() {
    // Only units that have ended can leave their cells undecided: usually few have, so they are
    // looked up first, and CROSS JOIN keeps SQLite from reading all cells instead.
    const auto rest =
        "FROM unit u CROSS JOIN standing s CROSS JOIN cell c WHERE s.unit_id=u.id AND "
        "c.id=s.cell_id AND s.from_day<=$1 AND s.to_day>=$2 AND u.valid_to<>'' AND u.valid_to<$3";
    read_notices(
        rest, adoption_.undecided, [](const SeatIndex::Seat& seat) { return !seat.decided; }, 3);
  }

  template <typename Wanted>
  void read_notices(const std::string& rest, std::vector<CellNotice>& out, Wanted&& wanted,
                    std::size_t days = 2) {
    std::vector<std::pair<std::string, CellNotice>> found;
    store_.database().read({"s.unit_id", "c.name", "c.sort_key", "s.state", "c.id"}, rest,
                           Database::Cells(days, seats_.day()), [&](const Database::Cells& cells) {
                             const auto& seat = seats_.of(std::stoll(cells[0]));
                             if (!seat.wanted || !wanted(seat)) return;
                             auto [key, notice] = notice_of(seat, cells);
                             found.emplace_back(std::move(key), std::move(notice));
                           });
    std::sort(found.begin(), found.end(),
              [](const auto& left, const auto& right) { return left.first < right.first; });
    for (auto& [key, notice] : found) out.push_back(std::move(notice));
  }

  static std::pair<std::string, CellNotice> notice_of(const SeatIndex::Seat& seat,
                                                      const Database::Cells& cells) {
    CellNotice notice;
    notice.id = cells[4];
    notice.cell = cells[1];
    notice.commune = unit_title(*seat.commune);
    notice.state = cells[3];
    std::string key;
    if (seat.district != nullptr) {
      notice.district = unit_title(*seat.district);
      key = seat.district->sort_key;
    }
    for (const auto* choice : seat.choices) notice.choices.push_back(unit_title(*choice));
    key += seat.commune->sort_key + seat.commune->code + cells[2];
    return {std::move(key), std::move(notice)};
  }

  Store& store_;
  SeatIndex seats_;
  Adoption adoption_;
};

}  // namespace

SeatIndex::SeatIndex(const UnitTree& units, std::string day, std::string within)
    : units_(units), day_(std::move(day)), within_(std::move(within)) {}

const SeatIndex::Seat& SeatIndex::of(RowId unit) {
  const auto known = seats_.find(unit);
  if (known != seats_.end()) return known->second;
  auto successor = units_.on_day(unit, day_);
  Seat seat;
  seat.commune = successor.unit;
  seat.decided = successor.decided;
  seat.choices = std::move(successor.choices);
  const auto* parent = units_.parent_on(*seat.commune, day_);
  if (parent != nullptr && parent->level == "district") seat.district = parent;
  seat.wanted = within_.empty() || units_.within(*seat.commune, within_, day_);
  return seats_.emplace(unit, std::move(seat)).first->second;
}

void require_unit(const UnitTree& units, const std::string& code, const std::string& day) {
  if (code.empty() || units.find(code, day) != nullptr || units.is_only_province(code)) return;
  const auto* unit = units.nearest(code, day);
  if (unit == nullptr) {
    throw Error(Diagnostic{
        Severity::error, {"register.unknown-unit", {code}}, {}, {{"hint.register-unit", {}}}});
  }
  const auto shown = [](const std::string& edge) {
    return edge.empty() ? "…" : short_date(*date_from_iso(edge));
  };
  throw Error(Diagnostic{Severity::error,
                         {"register.unit-not-in-force",
                          {unit_title(*unit), code, short_date(*date_from_iso(day)),
                           shown(unit->from), shown(unit->to)}},
                         {},
                         {{"hint.register-unit-day", {}}}});
}

Adoption read_adoption(Store& store, const UnitTree& units, const std::string& day,
                       const std::string& unit, GroupBy group) {
  require_unit(units, unit, day);
  return AdoptionReading(store, units, day, unit).read(group);
}

}  // namespace quyche
