// Whether everything in a register fits together: what `register check` asks.

#include <algorithm>
#include <map>

#include "base/date.hpp"
#include "register/attachments.hpp"
#include "register/history.hpp"
#include "register/life_cycle.hpp"
#include "register/number_series.hpp"

namespace quyche {
namespace {

class Consistency {
 public:
  Consistency(Store& store, Diagnostics& found) : store_(store), found_(found) {}

  void check() {
    for (const auto& table : register_tables()) check_references(table);
    check_standings();
    check_numbers(store_, found_);
    check_attachments(store_, found_);
    check_journal();
  }

 private:
  void report(Severity severity, Text message) {
    found_.add({severity, std::move(message), {store_.database().name(), {}, {}, 0, 0}, {}});
  }

  void check_references(const Table& table) {
    for (const auto& reference : table.references) {
      if (reference.target.empty()) continue;
      const auto rest = "FROM " + table.name + " t WHERE t." + reference.name +
                        "<>0 AND NOT EXISTS (SELECT 1 FROM " + reference.target +
                        " o WHERE o.id=t." + reference.name + ")";
      store_.database().read({"t.id"}, rest, {}, [&](const Database::Cells& cells) {
        report(Severity::error,
               {"register.broken-reference", {table.name, cells[0], reference.name}});
      });
    }
  }

  // Of every cell one standing begins on the first day, one ends on the last, and each of the
  // others begins the day after one before it.
  void check_standings() {
    std::map<std::string, std::string> ends;  // cell → last day so far
    store_.database().read(
        {"cell_id", "from_day", "to_day"}, "FROM standing ORDER BY cell_id, from_day", {},
        [&](const Database::Cells& cells) {
          auto& end = ends[cells[0]];
          const auto last = date_from_iso(end);
          const auto expected = end.empty() ? std::string(k_first_day)
                                : last      ? iso(next_day(*last))
                                            : std::string();
          if (cells[1] != expected || cells[2] < cells[1]) {
            report(Severity::error, {"register.standing-gap", {cells[0], cells[1]}});
          }
          end = cells[2];
        });
    for (const auto& [cell, end] : ends) {
      if (end != k_last_day) report(Severity::error, {"register.standing-gap", {cell, end}});
    }
    store_.database().read(
        {"id"}, "FROM cell WHERE NOT EXISTS (SELECT 1 FROM standing s WHERE s.cell_id=cell.id)", {},
        [&](const Database::Cells& cells) {
          report(Severity::error, {"register.standing-gap", {cells[0], k_first_day}});
        });
  }

  // The last thing the journal says of a row is what the row is.
  void check_journal() {
    for (const auto& table : register_tables()) {
      if (table.name != "change" && table.name != "change_set") check_journal_of(table);
    }
  }

  void check_journal_of(const Table& table) {
    std::map<RowId, std::string> last;
    store_.database().read(
        {"row_id", "after"}, "FROM change WHERE table_name=$1 ORDER BY id", {table.name},
        [&](const Database::Cells& cells) { last[std::stoll(cells[0])] = cells[1]; });
    std::erase_if(last, [](const auto& entry) { return entry.second.empty(); });
    for (const auto& record : store_.select(table.name)) {
      const auto known = last.find(record.id);
      const bool agrees = known != last.end() && known->second == values_json(record.values);
      if (!agrees) report_journal(table, record.id);
      if (known != last.end()) last.erase(known);
    }
    for (const auto& [row, after] : last) report_journal(table, row);
  }

  void report_journal(const Table& table, RowId row) {
    report(Severity::error, {"register.journal-differs", {table.name, std::to_string(row)}});
  }

  Store& store_;
  Diagnostics& found_;
};

}  // namespace

void check_register(Store& store, Diagnostics& found) { Consistency(store, found).check(); }

}  // namespace quyche
