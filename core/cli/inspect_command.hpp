#pragma once
// The command inspect: the variables of a template as a tree, as JSON, or as JSON Schema.

#include "cli/arguments.hpp"

namespace quyche::cli {

/// Throws Error when the data given does not fit.
void run_inspect(Engine& engine, const Arguments& arguments);

}  // namespace quyche::cli
