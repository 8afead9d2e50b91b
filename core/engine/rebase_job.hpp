#pragma once
// `quyche rebase`: the amendments of a district, or all issued regulations of a folder, carried
// over from an old model to a new one.

#include "compare/transplant.hpp"
#include "engine/workshop.hpp"

namespace quyche {

/// Writes nothing final for what still has open conflicts: their files ask instead.
[[nodiscard]] RebaseReport run_rebase_job(Workshop& workshop, const RebaseJob& job);

}  // namespace quyche
