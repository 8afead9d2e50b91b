#pragma once
// Records of meetings: checked by the rules of their day, begun, and asked for their tasks.

#include <vector>

#include "engine/workshop.hpp"

namespace quyche {

/// One report a file; more than one file: a last report on all of them together. A record that
/// cannot be read is a finding of its report, and the others are checked all the same.
[[nodiscard]] std::vector<MeetingReport> run_meeting_check_job(Workshop& workshop,
                                                               const MeetingCheckJob& job);
/// Throws file.exists, usage.meeting-kind, usage.meeting-form.
[[nodiscard]] JobResult run_new_meeting_job(Workshop& workshop, const NewMeetingJob& job);
/// By deadline, those without one last.
[[nodiscard]] std::vector<TaskLine> run_meeting_tasks_job(Workshop& workshop, const TaskJob& job);

}  // namespace quyche
