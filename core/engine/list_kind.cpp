#include "engine/list_kind.hpp"

#include <algorithm>
#include <set>

#include "engine/roster_job.hpp"
#include "model/header_match.hpp"
#include "register/record_import.hpp"

namespace quyche {
namespace {

// The number of a record, which a list that comes back has in its last column.
constexpr const char* k_record = "record_id";
constexpr std::size_t k_clearly_more = 2;     // columns
constexpr std::size_t k_rows_looked_at = 30;  // headings stand in one of them

bool is_imported(const RosterDefinition& roster) {
  return std::any_of(roster.columns.begin(), roster.columns.end(),
                     [](const RosterColumn& column) { return column.name == k_record; });
}

using HeadRows = std::vector<std::vector<Cell>>;

HeadRows first_rows(CellTable& table) {
  HeadRows rows;
  table.rewind();
  for (const auto* cells = table.next(); cells != nullptr && rows.size() < k_rows_looked_at;
       cells = table.next()) {
    rows.push_back(*cells);
  }
  table.rewind();
  return rows;
}

/// The most of `fields` that have a heading in one row. One that stands there several times, below
/// headings of two rows, counts once.
std::size_t headings_of(const std::vector<Field>& fields, const HeadRows& rows) {
  const HeaderMatch match(fields);
  std::size_t most = 0;
  for (const auto& cells : rows) {
    const auto columns = match.match(cells).columns;
    std::set<const Field*> met(columns.begin(), columns.end());
    met.erase(nullptr);
    most = std::max(most, met.size());
  }
  return most;
}

}  // namespace

void refuse_other_list(Workshop& workshop, CellTable& table, const std::vector<Field>& fields,
                       const std::string& file) {
  const auto rows = first_rows(table);
  const auto own = headings_of(fields, rows);
  std::size_t most = own + k_clearly_more - 1;
  const RosterDefinition* nearest = nullptr;
  const auto rosters = every_roster(workshop);
  for (const auto& roster : rosters) {
    const auto known = is_imported(roster) ? headings_of(roster_fields(roster), rows) : 0;
    if (known <= most) continue;
    most = known;
    nearest = &roster;
  }
  if (nearest == nullptr) return;
  throw Error(Diagnostic{
      Severity::error,
      {"register.other-list", {nearest->title, std::to_string(most), std::to_string(own)}},
      {file, {}, {}, 0, 0},
      {{"hint.other-list", {nearest->id}}}});
}

}  // namespace quyche
