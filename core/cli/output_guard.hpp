#pragma once
// No command may write over what it reads, nor two results into one file. Asked before any work.

#include "cli/arguments.hpp"

namespace quyche::cli {

/// Throws Error usage.same-file, usage.twin-output with every such pair.
void guard_outputs(const Arguments& arguments);

}  // namespace quyche::cli
