#pragma once
// The commands diff, derive, rebase and amend.

#include "cli/arguments.hpp"

namespace quyche::cli {

void run_diff(Engine& engine, const Arguments& arguments);
void run_derive(Engine& engine, const Arguments& arguments);
void run_amend(Engine& engine, const Arguments& arguments);
/// Ends with 1 while a person has to decide.
void run_rebase(Engine& engine, const Arguments& arguments);

}  // namespace quyche::cli
