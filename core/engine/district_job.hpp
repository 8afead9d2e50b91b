#pragma once
// The list of districts, and the skeleton of a new one.

#include <string>
#include <vector>

#include "engine/workshop.hpp"

namespace quyche {

[[nodiscard]] std::vector<DistrictState> list_districts(Workshop& workshop);
[[nodiscard]] JobResult run_new_district_job(Workshop& workshop, const std::string& id,
                                             const std::string& root);

}  // namespace quyche
