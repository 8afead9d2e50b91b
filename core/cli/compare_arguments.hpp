#pragma once
// The options of diff, derive, rebase and amend.

#include <string>

namespace CLI {  // NOLINT(readability-identifier-naming): the library's name
class App;
}

namespace quyche::cli {

struct CompareArguments {
  std::string redline;    ///< file for the document with tracked changes
  std::string author;     ///< of the tracked changes
  std::string old_model;  ///< of rebase
  std::string new_model;
};

void add_redline_options(CLI::App& command, CompareArguments& arguments);

}  // namespace quyche::cli
