#pragma once
// The commands about records of meetings: meeting check, meeting new, meeting tasks.

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
  std::string action;  ///< check, new, tasks; empty: a command about papers
  std::vector<std::string> inputs;
  std::string kind;
  std::string cell;
  std::string from;
  std::string date;
  std::string output;
  bool only_open = false;
};

/// Adds the three to the command `meeting`.
void add_meeting_record_actions(CLI::App& meeting, MeetingArguments& arguments);
void run_meeting_records(Engine& engine, const Arguments& arguments);

}  // namespace quyche::cli
