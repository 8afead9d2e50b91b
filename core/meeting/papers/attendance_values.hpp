#pragma once
// Who came to a meeting as template values: counts, and lists of those absent, invited, present.
// For paper_values.

#include "meeting/meeting.hpp"
#include "template/value.hpp"

namespace quyche::meeting {

[[nodiscard]] Value attendance_values(const Meeting& meeting);

}  // namespace quyche::meeting
