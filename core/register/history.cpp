#include "register/history.hpp"

#include <set>
#include <utility>

#include "quyche/diagnostic.hpp"
#include "register/attachments.hpp"

namespace quyche {
namespace {

struct Step {
  std::string table;
  RowId row = 0;
  std::string before;
  std::string after;
};

std::vector<Step> steps_of(Store& store, const std::string& set) {
  std::vector<Step> steps;
  store.database().read({"table_name", "row_id", "before", "after"},
                        "FROM change WHERE set_id=" + set + " ORDER BY id DESC", {},
                        [&](const Database::Cells& cells) {
                          steps.push_back({cells[0], std::stoll(cells[1]), cells[2], cells[3]});
                        });
  return steps;
}

// What the last step on each row left must still be what is stored.
void find_conflicts(Store& store, const std::vector<Step>& steps, Diagnostics& found) {
  std::set<std::pair<std::string, RowId>> seen;
  for (const auto& step : steps) {
    if (!seen.emplace(step.table, step.row).second) continue;
    const auto rows = store.select(step.table, "id=" + std::to_string(step.row));
    const auto now = rows.empty() ? std::string() : values_json(rows.front().values);
    if (now == step.after) continue;
    found.add({Severity::error,
               {"register.undo-conflict", {step.table, std::to_string(step.row)}},
               {},
               {{"hint.register-undo", {}}}});
  }
}

void take_back(Change& change, const Step& step) {
  auto rows = change.store().select(step.table, "id=" + std::to_string(step.row));
  if (rows.empty()) return;
  if (step.before.empty()) {
    change.remove(step.table, rows.front());
    return;
  }
  auto values = json_values(step.before);
  for (const auto& [name, value] : rows.front().values) values.try_emplace(name, "");
  change.update(step.table, rows.front(), values);
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
  const auto steps = steps_of(store, set);
  find_conflicts(store, steps, found);
  found.throw_if_errors();
  for (const auto& step : steps) take_back(change, step);
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
