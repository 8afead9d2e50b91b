#pragma once
// The papers of meetings, from records to documents, on all processors; and the Word templates they
// are made of. A meeting that cannot be read or set is reported, the others are written.

#include "engine/workshop.hpp"

namespace quyche {

[[nodiscard]] JobResult run_meeting_papers_job(Workshop& workshop, const MeetingPapersJob& job,
                                               const ProgressReport& report);
[[nodiscard]] JobResult run_meeting_template_job(Workshop& workshop, const MeetingTemplateJob& job);

}  // namespace quyche
