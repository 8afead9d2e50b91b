#include "register/history.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "quyche/diagnostic.hpp"
#include "register/attachments.hpp"
#include "register/wanted_rows.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_rows_asked = 2'000;

/// What a change made of one row, whatever it did to it on the way. Empty: there was none, or is
/// none.
struct RowChange {
  std::string before;
  std::string after;
};
/// Of one table, by id.
using RowChanges = std::map<RowId, RowChange>;

std::map<std::string, RowChanges> changes_of(Store& store, const std::string& set) {
  std::map<std::string, RowChanges> tables;
  store.database().read(
      {"table_name", "row_id", "before", "after"},
      "FROM change WHERE set_id=" + set + " ORDER BY id DESC", {},
      [&](const Database::Cells& cells) {
        auto& rows = tables[cells[0]];
        // The last step comes first.
        const auto [row, is_last] = rows.try_emplace(std::stoll(cells[1]), RowChange{{}, cells[3]});
        row->second.before = cells[2];
      });
  return tables;
}

/// `look` is given the rows of a table that `wanted` chooses as they are stored, some at a time;
/// the highest ids first, so that what refers to another row comes before it.
template <typename Wanted, typename Look>
void for_stored_rows(Store& store, const std::string& table, const RowChanges& rows,
                     const Wanted& wanted, const Look& look) {
  WantedRows asked(store);
  std::size_t count = 0;
  const auto answer = [&] {
    auto records = asked.with(table, "id");
    std::reverse(records.begin(), records.end());
    look(records);
    asked.clear();
    count = 0;
  };
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
    if (!wanted(row->second)) continue;
    asked.want(row->first);
    if (++count == k_rows_asked) answer();
  }
  if (count > 0) answer();
}

bool is_any(const RowChange& /*row*/) { return true; }
bool is_new(const RowChange& row) { return row.before.empty(); }
bool is_old(const RowChange& row) { return !row.before.empty(); }

/// What the change left of each row must still be what is stored.
void find_conflicts(Store& store, const std::string& table, const RowChanges& rows,
                    Diagnostics& found) {
  std::set<RowId> changed;
  for (const auto& [id, row] : rows) {
    if (!row.after.empty()) changed.insert(id);
  }
  for_stored_rows(store, table, rows, is_any, [&](const std::vector<Record>& records) {
    for (const auto& record : records) {
      if (values_json(record.values) == rows.at(record.id).after) {
        changed.erase(record.id);
      } else {
        changed.insert(record.id);
      }
    }
  });
  for (const auto id : changed) {
    found.add({Severity::error,
               {"register.undo-conflict", {table, std::to_string(id)}},
               {},
               {{"hint.register-undo", {}}}});
  }
}

void bring_back(Change& change, const std::string& table, const RowChanges& rows) {
  for_stored_rows(change.store(), table, rows, is_old, [&](std::vector<Record>& records) {
    for (auto& record : records) {
      auto values = json_values(rows.at(record.id).before);
      for (const auto& [name, value] : record.values) values.try_emplace(name, "");
      change.update(table, record, values);
    }
  });
}

void take_away(Change& change, const std::string& table, const RowChanges& rows) {
  for_stored_rows(change.store(), table, rows, is_new,
                  [&](const std::vector<Record>& records) { change.remove(table, records); });
}

/// First all rows become what they were, so that none refers any longer to one that goes; then
/// those go that were new, the tables that refer to others first.
void take_back(Change& change, const std::map<std::string, RowChanges>& tables) {
  for (const auto& [table, rows] : tables) bring_back(change, table, rows);
  const auto& order = register_tables();
  for (auto table = order.rbegin(); table != order.rend(); ++table) {
    const auto rows = tables.find(table->name);
    if (rows != tables.end()) take_away(change, rows->first, rows->second);
  }
}

HistoryEntry entry_of(const Record& record) {
  const auto& rows = record.text("rows");
  return {std::to_string(record.id),
          record.text("made_at"),
          record.text("author"),
          record.text("kind"),
          record.text("source"),
          rows.empty() ? 0 : static_cast<std::size_t>(std::stoull(rows)),
          !record.text("undone_by").empty()};
}

}  // namespace

std::vector<HistoryEntry> read_history(Store& store) {
  std::vector<HistoryEntry> entries;
  for (const auto& record : store.select("change_set")) entries.push_back(entry_of(record));
  return {entries.rbegin(), entries.rend()};
}

Undone undo_last_change(Store& store, const Actor& actor, bool dry_run) {
  Change change(store, "undo", actor, {});
  const auto set = store.database().one(
      "id",
      "FROM change_set WHERE kind NOT IN ('init','export','undo') AND undone_by='' "
      "ORDER BY id DESC LIMIT 1");
  if (set.empty()) {
    throw Error(Diagnostic{Severity::error,
                           {"register.nothing-to-undo", {}},
                           {store.database().name(), {}, {}, 0, 0},
                           {}});
  }
  Diagnostics found;
  const auto tables = changes_of(store, set);
  for (const auto& [table, rows] : tables) find_conflicts(store, table, rows, found);
  found.throw_if_errors();
  take_back(change, tables);
  if (change.counts().count("attachment") > 0) drop_unused_bytes(store);
  Undone undone{entry_of(store.select("change_set", "id=" + set).front()), table_changes(change)};
  change.mark_undone(std::stoll(set));
  if (!dry_run) change.commit();
  return undone;
}

std::vector<TableChange> table_changes(const Change& change) {
  std::vector<TableChange> changes;
  for (const auto& table : register_tables()) {
    const auto found = change.counts().find(table.name);
    if (found == change.counts().end()) continue;
    const auto& counts = found->second;
    changes.push_back({table.name, counts.added, counts.changed, counts.removed});
  }
  return changes;
}

}  // namespace quyche
