#pragma once
// Rosters out of the register.

#include "engine/workshop.hpp"
#include "quyche/register.hpp"
#include "xlsx/roster_definition.hpp"

namespace quyche {

RegisterResult run_roster_job(Workshop& workshop, const RosterJob& job);

/// The roster called `kind` ("members" or "R2"). Throws Error roster.unknown with the names there
/// are.
[[nodiscard]] RosterDefinition find_roster(Workshop& workshop, const std::string& kind);

}  // namespace quyche
