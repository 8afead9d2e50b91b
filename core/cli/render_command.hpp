#pragma once
// `quyche render`: a Word template filled with one record, or with each row of a list.

#include "cli/arguments.hpp"

namespace quyche::cli {

void run_render(Engine& engine, const Arguments& arguments);

}  // namespace quyche::cli
