#pragma once
// The options of diff, derive, rebase and amend.

#include <string>
#include <vector>

namespace CLI {  // NOLINT(readability-identifier-naming): the library's name
class App;
}

namespace quyche::cli {

struct CompareArguments {
  std::string redline;    ///< file for the document with tracked changes
  std::string author;     ///< of the tracked changes
  std::string old_model;  ///< of rebase
  std::string new_model;
  std::vector<std::string> new_plugins;
  std::string resolved;  ///< file with decisions
};

void add_redline_options(CLI::App& command, CompareArguments& arguments);
void add_author_option(CLI::App& command, CompareArguments& arguments);
void add_rebase_options(CLI::App& command, CompareArguments& arguments);

}  // namespace quyche::cli
