#pragma once
// `quyche amend`: the decision to amend, the consolidated text and the redline, from two versions.

#include "engine/workshop.hpp"

namespace quyche {

[[nodiscard]] JobResult run_amend_job(Workshop& workshop, const AmendJob& job);

}  // namespace quyche
