#pragma once
// What was done to a register, undoing the last import, and whether everything in it still fits
// together. For the register's jobs.

#include <string>
#include <vector>

#include "quyche/register.hpp"
#include "register/store.hpp"

namespace quyche {

/// All changes, the last one first.
[[nodiscard]] std::vector<HistoryEntry> read_history(Store& store);

/// What an undo took back: which change, and what that changed.
struct Undone {
  HistoryEntry entry;
  std::vector<TableChange> changes;
};

/// Undoes the last change of records that stands (an import, a decision); on a dry run only says
/// what that would change. Throws Error register.nothing-to-undo, and register.undo-conflict with
/// every row that was changed again since.
[[nodiscard]] Undone undo_last_change(Store& store, const Actor& actor, bool dry_run);

/// Findings: register.broken-reference, register.standing-gap, register.twin-number,
/// register.number-gap (a warning), register.attachment-damaged, register.journal-differs.
void check_register(Store& store, Diagnostics& found);

/// The counts of a change as front ends show them, in the order of the tables.
[[nodiscard]] std::vector<TableChange> table_changes(const Change& change);

}  // namespace quyche
