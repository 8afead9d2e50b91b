#pragma once
// What became of the tasks of several meetings: every task once, as the last meeting that speaks of
// it left it. For the job and the follow-up table.

#include <vector>

#include "meeting/meeting.hpp"
#include "quyche/meeting.hpp"

namespace quyche::meeting {

/// Tasks of one cell or village are the same when id, or without one text and assignee, are; an id
/// given again to another text is another task. By deadline, then in the
/// order they were given. `as_of` decides what is overdue; later meetings are not known yet.
[[nodiscard]] std::vector<TaskLine> list_tasks(std::vector<Meeting> meetings, Date as_of);

/// Those not done, as the next meeting carries them; given_on is always there.
[[nodiscard]] std::vector<Task> open_tasks(std::vector<Meeting> meetings, Date as_of);

}  // namespace quyche::meeting
