#include "cli/compare_arguments.hpp"

#include <CLI/CLI.hpp>

#include "cli/language.hpp"

namespace quyche::cli {

void add_redline_options(CLI::App& command, CompareArguments& arguments) {
  command.add_option("--redline", arguments.redline, words("help.redline"))->type_name("OUT.docx");
  command.add_option("--author", arguments.author, words("help.author"))->type_name("NAME");
}

}  // namespace quyche::cli
