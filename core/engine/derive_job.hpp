#pragma once
// `quyche derive`: a model edited in Word becomes a list of amendments.

#include "engine/workshop.hpp"

namespace quyche {

/// Applies what it derived before it writes, and says where the result would read otherwise.
[[nodiscard]] JobResult run_derive_job(Workshop& workshop, const DeriveJob& job);

}  // namespace quyche
