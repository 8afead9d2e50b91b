#include "cli/compare_arguments.hpp"

#include <CLI/CLI.hpp>

#include "cli/language.hpp"

namespace quyche::cli {

void add_redline_options(CLI::App& command, CompareArguments& arguments) {
  command.add_option("--redline", arguments.redline, words("help.redline"))->type_name("OUT.docx");
  add_author_option(command, arguments);
}

void add_author_option(CLI::App& command, CompareArguments& arguments) {
  command.add_option("--author", arguments.author, words("help.author"))->type_name("NAME");
}

void add_rebase_options(CLI::App& command, CompareArguments& arguments) {
  command.add_option("--from", arguments.old_model, words("help.rebase-from"))
      ->required()
      ->type_name("OLD_MODEL");
  command.add_option("--to", arguments.new_model, words("help.rebase-to"))
      ->required()
      ->type_name("NEW_MODEL");
  command.add_option("--to-plugins", arguments.new_plugins, words("help.rebase-plugins"))
      ->type_name("DIR");
  command.add_option("--resolved", arguments.resolved, words("help.rebase-resolved"))
      ->type_name("FILE");
  add_author_option(command, arguments);
}

}  // namespace quyche::cli
