#pragma once
// The command line as values: one struct with all options, and the name of the chosen command.

#include <string>
#include <vector>

#include "cli/compare_arguments.hpp"
#include "cli/duty_command.hpp"
#include "cli/meeting_commands.hpp"
#include "cli/meeting_paper_commands.hpp"
#include "cli/register_arguments.hpp"
#include "quyche/engine.hpp"

namespace quyche::cli {

struct Arguments {
  std::string command;
  bool json = false;
  EngineOptions engine;
  std::vector<std::string> inputs;  ///< files and names, in order
  std::string output;
  std::string district;
  std::string commune;
  std::string date;
  std::string data_file;
  std::string templates;
  std::vector<std::string> given;  ///< name=value
  bool origins = false;            ///< of template: who wrote each provision, in the margin
  bool pdf = false;
  std::string rows_file;        ///< of render
  bool overwrite = false;       ///< of render
  bool schema = false;          ///< of inspect
  std::string profile;          ///< of check
  std::string annotated;        ///< file for the copy with comments
  std::string fixed;            ///< file for the mended copy
  CompareArguments comparison;  ///< of diff, derive, rebase and amend
  RegisterArguments records;    ///< of register and roster
  DutyArguments duty;
  MeetingArguments meetings;  ///< of meeting check, new and tasks
  MeetingPaperArguments meeting_papers;
};

/// Reads the command line. Returns nothing when the program has already said all (help, version,
/// usage error), with its exit code in `code`.
[[nodiscard]] std::optional<Arguments> read_arguments(int count, char** words, int& code);

}  // namespace quyche::cli
