#pragma once
// The empty input workbook of a district or a commune.

#include "engine/workshop.hpp"

namespace quyche {

[[nodiscard]] JobResult run_input_job(Workshop& workshop, const InputJob& job);

}  // namespace quyche
