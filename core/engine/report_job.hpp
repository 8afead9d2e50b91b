#pragma once
// Papers about the register: reports of a unit, and a reminder for each commune that has cells
// outstanding. What they say is in templates/reports/.

#include "engine/workshop.hpp"
#include "quyche/register.hpp"

namespace quyche {

RegisterResult run_report_job(Workshop& workshop, const ReportJob& job);
/// `output` is a folder.
RegisterResult run_remind_job(Workshop& workshop, const ReportJob& job);

}  // namespace quyche
