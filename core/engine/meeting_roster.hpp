#pragma once
// Who came to a meeting, as a workbook: members of a Party meeting, households of a village
// meeting. For the papers job; thread safe.

#include <string>

#include "engine/workshop.hpp"
#include "meeting/meeting.hpp"
#include "xlsx/roster_definition.hpp"

namespace quyche {

/// The rosters that templates/meetings/rosters/ describes.
struct MeetingRosters {
  explicit MeetingRosters(Workshop& workshop);
  RosterDefinition members;
  RosterDefinition households;
};

/// Whether the record names anybody.
[[nodiscard]] bool has_roster(const meeting::Meeting& meeting);
/// The bytes of the workbook; `path` is where it will stand, a temporary file goes beside it.
[[nodiscard]] std::string make_meeting_roster(Files& files, const MeetingRosters& rosters,
                                              const meeting::Meeting& meeting,
                                              const std::string& path);

}  // namespace quyche
