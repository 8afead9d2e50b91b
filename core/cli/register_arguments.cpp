#include "cli/register_arguments.hpp"

#include <CLI/CLI.hpp>

#include "cli/language.hpp"

namespace quyche::cli {
namespace {

void add_view(CLI::App& command, RegisterArguments& arguments) {
  command.add_option("--database", arguments.database, words("help.database"))
      ->type_name("URL")
      ->envname("QUYCHE_DATABASE");
  command.add_option("--wait", arguments.wait, words("help.wait"))->type_name("SECONDS");
  command.add_option("--as-of", arguments.as_of, words("help.as-of"))->type_name("YYYY-MM-DD");
  command.add_option("--unit", arguments.unit, words("help.unit"))->type_name("CODE");
}

}  // namespace

void add_register_options(CLI::App& command, RegisterArguments& arguments) {
  command.require_subcommand(1);
  command.fallthrough();
  add_view(command, arguments);
  for (const char* name : {"init", "import", "status", "history", "undo", "check"}) {
    auto& action = *command.add_subcommand(name, words(std::string("help.register-") + name));
    action.fallthrough();
    action.callback([&arguments, name] { arguments.action = name; });
    if (std::string(name) != "import") continue;
    action.add_option("FILE", arguments.inputs, words("help.input"))->required();
    action.add_option("--kind", arguments.kind, words("help.import-kind"))->type_name("ROSTER");
    action.add_flag("--merge", arguments.merge_people, words("help.merge"));
  }
}

void add_roster_options(CLI::App& command, RegisterArguments& arguments) {
  add_view(command, arguments);
  command.add_option("KIND", arguments.kind, words("help.roster-kind"))->required();
  command.add_option("--profile", arguments.profile, words("help.export-profile"))
      ->check(CLI::IsMember({"full", "public"}));
  command.add_option("-o,--output", arguments.output, words("help.output"))
      ->type_name("OUT.xlsx")
      ->required();
}

}  // namespace quyche::cli
