#pragma once
// A year of meetings as a workbook with charts or as a report, by the ending of the output.

#include "engine/workshop.hpp"

namespace quyche {

/// Throws Error with what every record that cannot be read says; year.no-meeting when none is of
/// the year or the cell.
[[nodiscard]] JobResult run_meeting_year_job(Workshop& workshop, const MeetingYearJob& job);

}  // namespace quyche
