#pragma once
// From arguments to one call of the engine and what is printed of its result.

#include "cli/arguments.hpp"

namespace quyche::cli {

/// Runs the command; returns the program's exit code (core/base/messages.hpp tells them).
[[nodiscard]] int run(const Arguments& arguments);

}  // namespace quyche::cli
