#pragma once
// The report on inspection and supervision of a period, and the plan for one to come, from the
// register's roster of inspections. For the report job.

#include "engine/workshop.hpp"
#include "quyche/register.hpp"

namespace quyche {

/// `job.kind`: inspection, inspection-plan.
RegisterResult run_inspection_papers(Workshop& workshop, const ReportJob& job);

}  // namespace quyche
