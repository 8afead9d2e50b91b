#pragma once
// What data a template wants: variables as a tree, JSON Schema, and data checked against them.

#include "engine/workshop.hpp"

namespace quyche {

/// Throws Error with every mistake of the template.
[[nodiscard]] InspectReport run_inspect_job(Workshop& workshop, const InspectJob& job);

}  // namespace quyche
