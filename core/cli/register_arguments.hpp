#pragma once
// The options of the register's commands. For arguments.

#include <string>
#include <vector>

#include "quyche/register.hpp"

namespace CLI {  // NOLINT(readability-identifier-naming): the library's name
class App;
}

namespace quyche::cli {

/// What stands on the command line of `register …` and `roster`; days still as typed.
struct RegisterArguments {
  std::string action;  ///< init, import, export, settle, status, history, undo, check …
  std::string database;
  unsigned wait = 10;
  std::string as_of;
  std::string unit;
  std::string from;  ///< of settle and report
  std::string to;    ///< of report
  std::string deadline;
  std::string number;
  std::string signer;
  std::string note;  ///< of attach
  std::string get;   ///< number of the attachment to be written
  std::string kind;
  std::string report;
  std::string encoding;
  std::string profile = "public";
  bool merge_people = false;
  std::vector<std::string> inputs;
  std::string output;
};

/// Adds the subcommands and options of `register` to its command.
void add_register_options(CLI::App& command, RegisterArguments& arguments);
/// The same for `roster`.
void add_roster_options(CLI::App& command, RegisterArguments& arguments);
/// The same for `report` and `remind`.
void add_report_options(CLI::App& command, RegisterArguments& arguments);
void add_remind_options(CLI::App& command, RegisterArguments& arguments);

}  // namespace quyche::cli
