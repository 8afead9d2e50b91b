#pragma once
// Cells that a split or ended unit left undecided, given to the units a person chose.

#include "engine/workshop.hpp"
#include "quyche/register.hpp"

namespace quyche {

/// All decisions or, when one is wrong, none. Throws Error with every finding.
RegisterResult run_register_settle_job(Workshop& workshop, const RegisterSettlement& job);

}  // namespace quyche
