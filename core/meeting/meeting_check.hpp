#pragma once
// A meeting measured by the rules of its day, and the meetings of one cell or village taken
// together. For the jobs; the papers ask it whether a vote passed.

#include <vector>

#include "meeting/meeting.hpp"
#include "meeting/rules.hpp"
#include "quyche/meeting.hpp"

namespace quyche::meeting {

/// Everything found, in the order of the checks; throws nothing.
[[nodiscard]] MeetingReport check_meeting(const Meeting& meeting, const Rules& rules, bool english);

/// Months, quarters and years without the meeting they should have had, from the first to the last
/// of `meetings`, for every cell and village among them. A period not yet over is not judged.
[[nodiscard]] MeetingReport check_calendar(const std::vector<Meeting>& meetings, const Rules& rules,
                                           bool english);

}  // namespace quyche::meeting
