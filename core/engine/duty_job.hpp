#pragma once
// Papers of the duties that the regulation gives a cell, from the records of a register; what they
// say is in templates/duties/. For the façade.

#include "engine/workshop.hpp"
#include "quyche/duty.hpp"

namespace quyche {

/// What a cell's records do not allow is a finding, and the other papers are made. Throws Error
/// with the errors among them; duty.nothing when one paper of one cell is asked for and the
/// register has no record for it; paper.unknown.
RegisterResult run_duty_job(Workshop& workshop, const DutyJob& job);

}  // namespace quyche
