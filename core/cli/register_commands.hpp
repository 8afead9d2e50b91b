#pragma once
// The commands of the register: register …, roster.

#include "cli/arguments.hpp"

namespace quyche::cli {

void run_register(Engine& engine, const Arguments& arguments);
void run_report(Engine& engine, const Arguments& arguments);
void run_remind(Engine& engine, const Arguments& arguments);
void run_roster(Engine& engine, const Arguments& arguments);

}  // namespace quyche::cli
