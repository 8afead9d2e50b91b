#pragma once
// Records of meetings: checked by the rules of their day, begun, and asked for their tasks.

#include <vector>

#include "engine/workshop.hpp"
#include "meeting/meeting.hpp"

namespace quyche {

/// One report a file; more than one file: a last report on all of them together. A record that
/// cannot be read is a finding of its report, and the others are checked all the same.
[[nodiscard]] std::vector<MeetingReport> run_meeting_check_job(Workshop& workshop,
                                                               const MeetingCheckJob& job);
/// Throws file.exists, usage.meeting-kind, usage.meeting-form.
[[nodiscard]] JobResult run_new_meeting_job(Workshop& workshop, const NewMeetingJob& job);
/// The meetings a job is about: those of its files, or else those kept in the register; `cell`: of
/// this one only, in files by name. Throws Error with what every file that cannot be read says.
struct WantedMeetings {
  std::vector<meeting::Meeting> meetings;
  std::vector<meeting::Unit> cells;  ///< of the register, also those without a meeting
  std::vector<Diagnostic> findings;
};
[[nodiscard]] WantedMeetings wanted_meetings(Workshop& workshop,
                                             const std::vector<std::string>& files,
                                             const RegisterView& view, const std::string& cell);
/// By deadline, those without one last.
[[nodiscard]] std::vector<TaskLine> run_meeting_tasks_job(Workshop& workshop, const TaskJob& job);

}  // namespace quyche
