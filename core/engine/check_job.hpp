#pragma once
// Checking one Word document: findings, a copy with comments, a mended copy.

#include "engine/workshop.hpp"

namespace quyche {

[[nodiscard]] CheckReport run_check_job(Workshop& workshop, const CheckJob& job);

}  // namespace quyche
