#pragma once
// The command duty: papers of the duties that the regulation gives a cell, from the register.

#include <string>

#include "quyche/engine.hpp"

namespace CLI {  // NOLINT(readability-identifier-naming): the library's name
class App;
}

namespace quyche::cli {

struct Arguments;

/// What stands on its command line.
struct DutyArguments {
  std::string paper;
  std::string database;
  std::string unit;
  std::string cell;
  std::string record;
  std::string day;
  std::string number;
  std::string signer;
  std::string output;
  int year = 0;
};

void add_duty_options(CLI::App& command, DutyArguments& arguments);
void run_duty(Engine& engine, const Arguments& arguments);

}  // namespace quyche::cli
