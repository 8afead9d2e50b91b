#pragma once
// A Word template rendered with one record, or with each line of a file, on all processors. Rows
// that cannot be rendered are reported together; the others are written.

#include "engine/workshop.hpp"

namespace quyche {

[[nodiscard]] JobResult run_render_job(Workshop& workshop, const RenderJob& job,
                                       const ProgressReport& report);

}  // namespace quyche
