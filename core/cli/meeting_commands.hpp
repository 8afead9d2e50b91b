#pragma once
// The commands about records of meetings: meeting check, new, tasks and year.

#include <string>
#include <vector>

#include "quyche/engine.hpp"

namespace CLI {  // NOLINT(readability-identifier-naming): the library's name
class App;
}

namespace quyche::cli {

struct Arguments;

/// What stands on their command lines; days still as typed.
struct MeetingArguments {
  std::string action;  ///< check, new, tasks, year; empty: a command about papers
  std::vector<std::string> inputs;
  std::string kind;
  std::string cell;
  std::string from;
  std::string database;
  std::string unit;
  std::string date;
  std::string output;
  std::string number;
  std::string signer;
  int year = 0;
  bool only_open = false;
};

/// Adds them to the command `meeting`.
void add_meeting_record_actions(CLI::App& meeting, MeetingArguments& arguments);
void run_meeting_records(Engine& engine, const Arguments& arguments);

}  // namespace quyche::cli
