#include "register/roster_rows.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/date.hpp"
#include "register/life_cycle.hpp"

namespace quyche {
namespace {

constexpr const char* k_adoption = "adoption";
constexpr const char* k_by_commune = "group=commune";
constexpr const char* k_undecided = "undecided";  // only cells whose unit somebody must choose
// The rows of so many cells are put in order in memory: the database would sort all of them, whole,
// on the disk.
constexpr std::size_t k_cells_at_once = 64;

// The tables that columns may name: the roster's own as t, and what belongs to its cell.
constexpr std::array<std::pair<const char*, const char*>, 5> k_joined{
    {{"c", "cell"}, {"s", "standing"}, {"r", "regulation"}, {"p", "person"}, {"u", "unit"}}};

std::string before(const std::string& text, char sign) { return text.substr(0, text.find(sign)); }

std::string after(const std::string& text, char sign) {
  const auto at = text.find(sign);
  return at == std::string::npos ? std::string() : text.substr(at + 1);
}

[[noreturn]] void refuse(const RosterDefinition& roster, const std::string& from) {
  throw Error(Diagnostic{Severity::error, {"roster.bad-column", {roster.id, from}}, {}, {}});
}

const Table& table_of(const RosterDefinition& roster, const std::string& from) {
  const auto alias = before(from, '.');
  if (alias == "t") return register_table(roster.source);
  for (const auto& [name, table] : k_joined) {
    if (alias == name) return register_table(table);
  }
  refuse(roster, from);
}

// Of posts and places in a team only those held on the day are shown.
bool is_held(const Table& table) { return table.name == "post" || table.name == "mobiliser"; }

bool is_of_unit(const std::string& from) {
  return from.starts_with("commune.") || from.starts_with("district.") ||
         from.starts_with("choice.");
}

std::string unit_text(const UnitForm* unit, const std::string& what) {
  if (unit == nullptr) return {};
  return what == "code" ? unit->code : unit_title(*unit);
}

std::string choices_text(const SeatIndex::Seat& seat) {
  std::string all;
  for (const auto* choice : seat.choices) {
    all += (all.empty() ? "" : "; ") + unit_title(*choice) + " (" + choice->code + ")";
  }
  return all;
}

struct Line {
  std::map<std::string, std::size_t> numbers;
  std::string code;
  std::string name;
};

const char* stage_of(const std::string& state) {
  if (counts_as_issued(state)) return "issued";
  const bool is_open = state == "drafting" || state == "consulted" || state == "adopted_by_cell";
  return is_open ? "drafting" : "not_started";
}

void add_to(Line& line, const std::string& state, const std::string& model, std::size_t cells) {
  line.numbers["total"] += cells;
  line.numbers[stage_of(state)] += cells;
  if (state == "amended") line.numbers["amended"] += cells;
  if (model == "concurrent") line.numbers["concurrent"] += cells;
}

std::string text_of(Line& line, const RosterColumn& column) {
  const auto what = after(column.from, '.');
  if (what == "name") return line.name;
  if (what == "code") return line.code;
  const bool is_number = column.type == RosterColumn::Type::integer;
  return is_number ? std::to_string(line.numbers[what]) : std::string();
}

}  // namespace

RosterReading::RosterReading(Store& store, const UnitTree& units, const RosterDefinition& roster,
                             std::string day, std::string unit)
    : store_(store), roster_(roster), seats_(units, day, unit), parameters_{day, day} {
  require_unit(units, unit, day);
  selected_ = {"s.unit_id"};
  const auto select = [&](const std::string& from) -> std::size_t {
    if (from.empty() || is_of_unit(from)) return 0;
    const auto column = after(from, '.');
    const auto& table = table_of(roster, from);
    if (column != "id" && !table.has_column(column)) refuse(roster, from);
    selected_.push_back(from);
    return selected_.size() - 1;
  };
  for (const auto& column : roster.columns) {
    const bool is_line = roster.source == k_adoption;
    places_.push_back(is_line ? 0 : select(column.from));
    only_places_.push_back(is_line ? 0 : select(before(column.only, '=')));
  }
}

std::string RosterReading::joins() const {
  const auto& source = register_table(roster_.source);
  std::string sql =
      "FROM cell c JOIN standing s ON s.cell_id=c.id AND s.from_day<=$1 AND s.to_day>=$2"
      " JOIN unit u ON u.id=s.unit_id LEFT JOIN regulation r ON r.id=s.regulation_id JOIN ";
  sql += source.name + (source.name == "cell" ? " t ON t.id=c.id" : " t ON t.cell_id=c.id");
  if (source.has_reference("person_id")) sql += " JOIN person p ON p.id=t.person_id";
  sql += " WHERE ";
  if (!roster_.only.empty() && roster_.only != k_undecided) {
    if (!source.has_column(before(roster_.only, '='))) refuse(roster_, roster_.only);
    sql += "t." + before(roster_.only, '=') + "='" + after(roster_.only, '=') + "' AND ";
  }
  if (is_held(source)) sql += "t.from_day<=$3 AND (t.to_day='' OR t.to_day>=$4) AND ";
  return sql;
}

void RosterReading::read(const TakeRow& take) {
  if (roster_.source == k_adoption) {
    read_adoption_lines(take);
  } else {
    read_records(take);
  }
}

std::string RosterReading::value(std::size_t column, const SeatIndex::Seat& seat,
                                 std::span<const std::string> cells) const {
  const auto& about = roster_.columns[column];
  if (about.from.starts_with("choice.")) return choices_text(seat);
  if (is_of_unit(about.from)) {
    const auto* unit = about.from.starts_with("commune.") ? seat.commune : seat.district;
    return unit_text(unit, after(about.from, '.'));
  }
  if (places_[column] == 0) return {};
  if (only_places_[column] != 0 && cells[only_places_[column]] != after(about.only, '=')) return {};
  return shown_value(about, cells[places_[column]]);
}

std::vector<std::string> RosterReading::cells_in_order() {
  std::vector<std::string> cells;
  store_.database().read({"c.id"},
                         "FROM cell c JOIN standing s ON s.cell_id=c.id AND s.from_day<=$1 AND "
                         "s.to_day>=$2 JOIN unit u ON u.id=s.unit_id LEFT JOIN unit d ON "
                         "d.id=u.parent_id ORDER BY d.sort_key,u.sort_key,u.code,c.sort_key,c.id",
                         parameters_,
                         [&](const Database::Cells& row) { cells.push_back(row.front()); });
  return cells;
}

void RosterReading::read_records(const TakeRow& take) {
  const auto& source = register_table(roster_.source);
  const auto cells = cells_in_order();
  for (std::size_t first = 0; first < cells.size(); first += k_cells_at_once) {
    RowOrder order(source);
    std::string ids;
    for (std::size_t i = first; i < std::min(first + k_cells_at_once, cells.size()); ++i) {
      ids += (ids.empty() ? "" : ",") + cells[i];
      order.expect(cells[i]);
    }
    read_cells(ids, order, take);
  }
}

void RosterReading::read_cells(const std::string& ids, RowOrder& order, const TakeRow& take) {
  const auto& source = register_table(roster_.source);
  auto parameters = parameters_;
  if (is_held(source)) parameters.insert(parameters.end(), 2, seats_.day());
  const bool only_undecided = roster_.only == k_undecided;
  auto columns = order.columns();
  const auto keys = columns.size();
  columns.insert(columns.end(), selected_.begin(), selected_.end());
  RosterCells row(roster_.columns.size());
  store_.database().read(columns, joins() + "c.id IN (" + ids + ")", parameters,
                         [&](const Database::Cells& all) {
                           const auto cells = std::span(all).subspan(keys);
                           const auto& seat = seats_.of(std::stoll(cells[0]));
                           if (!seat.wanted || (only_undecided && seat.decided)) return;
                           for (std::size_t i = 0; i < row.size(); ++i) {
                             row[i] = value(i, seat, cells);
                           }
                           order.add(all, row);
                         });
  order.give(take);
}

RosterTimeline RosterReading::timeline(const std::vector<Date>& days) {
  std::map<std::string, RosterTimeline::Line> lines;  // by sort key and code
  for (std::size_t day = 0; day < days.size(); ++day) {
    store_.database().read(
        {"unit_id", "state", "count(*)"},
        "FROM standing WHERE from_day<=$1 AND to_day>=$2 GROUP BY unit_id, state",
        {iso(days[day]), iso(days[day])}, [&](const Database::Cells& cells) {
          const auto& seat = seats_.of(std::stoll(cells[0]));
          if (!seat.wanted || cells[1] == "not_applicable") return;
          const auto& unit = line_unit(seat);
          auto& line = lines[unit.sort_key + unit.code];
          line.name = unit_title(unit);
          line.part.resize(days.size());
          line.whole.resize(days.size());
          const auto number = static_cast<std::size_t>(std::stoull(cells[2]));
          line.whole[day] += number;
          if (counts_as_issued(cells[1])) line.part[day] += number;
        });
  }
  RosterTimeline timeline;
  timeline.days = days;
  for (auto& [key, line] : lines) timeline.lines.push_back(std::move(line));
  return timeline;
}

const UnitForm& RosterReading::line_unit(const SeatIndex::Seat& seat) const {
  const bool use_commune = roster_.only == k_by_commune || seat.district == nullptr;
  return use_commune ? *seat.commune : *seat.district;
}

void RosterReading::read_adoption_lines(const TakeRow& take) {
  std::map<std::string, Line> lines;  // by sort key and code
  store_.database().read(
      {"s.unit_id", "s.state", "c.leadership_model", "count(*)"},
      "FROM standing s JOIN cell c ON c.id=s.cell_id WHERE s.from_day<=$1 AND s.to_day>=$2 "
      "GROUP BY s.unit_id, s.state, c.leadership_model",
      parameters_, [&](const Database::Cells& cells) {
        const auto& seat = seats_.of(std::stoll(cells[0]));
        if (!seat.wanted || cells[1] == "not_applicable") return;
        const auto& unit = line_unit(seat);
        auto& line = lines[unit.sort_key + unit.code];
        line.code = unit.code;
        line.name = unit_title(unit);
        add_to(line, cells[1], cells[2], static_cast<std::size_t>(std::stoull(cells[3])));
      });
  RosterCells row(roster_.columns.size());
  for (auto& [key, line] : lines) {
    for (std::size_t i = 0; i < row.size(); ++i) row[i] = text_of(line, roster_.columns[i]);
    take(row);
  }
}

}  // namespace quyche
