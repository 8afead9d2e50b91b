#pragma once
// The commands that make papers of meetings: meeting papers, meeting template, minutes, resolution.

#include <string>
#include <vector>

#include "quyche/engine.hpp"

namespace CLI {  // NOLINT(readability-identifier-naming): the library's name
class App;
}

namespace quyche::cli {

struct Arguments;

/// What stands on their command lines.
struct MeetingPaperArguments {
  std::string action;  ///< papers, template
  std::vector<std::string> inputs;
  std::vector<std::string> templates;
  std::vector<std::string> only;
  std::string date;
  std::string output;
};

/// Adds `papers` and `template` to the command `meeting`.
void add_meeting_paper_actions(CLI::App& meeting, MeetingPaperArguments& arguments);
/// Adds the options of `minutes` or `resolution`.
void add_meeting_paper_options(CLI::App& command, MeetingPaperArguments& arguments);

void run_meeting(Engine& engine, const Arguments& arguments);
void run_minutes(Engine& engine, const Arguments& arguments);
void run_resolution(Engine& engine, const Arguments& arguments);

}  // namespace quyche::cli
