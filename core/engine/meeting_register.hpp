#pragma once
// Meetings and the register: a new record filled with what the register knows of the cell, records
// kept in it, and those kept read back. For the jobs of meetings.

#include <string>
#include <vector>

#include "engine/workshop.hpp"
#include "meeting/meeting.hpp"

namespace quyche {

/// Organ lines, chair, people and counts of the cell `code` on the day of `record`. Throws Error of
/// CellLookup; what the register lacks is in `found`.
void fill_from_register(Workshop& workshop, const RegisterView& view, const std::string& code,
                        meeting::Meeting& record, Diagnostics& found);

/// Records into the register: one of the same cell, kind and day is replaced. Nothing is kept when
/// one cannot be read, has errors by the rules of its day, or is of a cell that the register has
/// not.
[[nodiscard]] RegisterResult run_keep_meetings_job(Workshop& workshop, const KeepMeetingsJob& job);

struct KeptMeetings {
  std::vector<meeting::Meeting> meetings;  ///< under the cell's names on the day of the view
  std::vector<meeting::Unit> cells;        ///< also those without any meeting
};
/// Of the cell `code`, or when it is empty of all cells of the view's unit. A cell whose commune
/// somebody must decide first is left out with a warning in `found`.
[[nodiscard]] KeptMeetings kept_meetings(Workshop& workshop, const RegisterView& view,
                                         const std::string& code, Diagnostics& found);

}  // namespace quyche
