#pragma once
// Rosters out of the register.

#include "engine/workshop.hpp"
#include "quyche/register.hpp"
#include "register/unit_tree.hpp"
#include "xlsx/roster_definition.hpp"

namespace quyche {

RegisterResult run_roster_job(Workshop& workshop, const RosterJob& job);

[[nodiscard]] std::vector<RosterDefinition> every_roster(Workshop& workshop);

/// The roster called `kind` ("members" or "R2"). Throws Error roster.unknown with the names there
/// are.
[[nodiscard]] RosterDefinition find_roster(Workshop& workshop, const std::string& kind);

/// The same with the columns that plugins add in their rosters.xml: the plugin of the view's unit
/// and those above it; without a unit all of them, for files that may have any.
[[nodiscard]] RosterDefinition find_local_roster(Workshop& workshop, const std::string& kind,
                                                 const UnitTree& units, const RegisterView& view);

}  // namespace quyche
