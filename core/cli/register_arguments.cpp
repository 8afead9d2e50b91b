#include "cli/register_arguments.hpp"

#include <CLI/CLI.hpp>

#include "cli/language.hpp"

namespace quyche::cli {
namespace {

void add_place(CLI::App& command, RegisterArguments& arguments) {
  command.add_option("--database", arguments.database, words("help.database"))->type_name("URL");
  command.add_option("--wait", arguments.wait, words("help.wait"))->type_name("SECONDS");
  command.add_option("--unit", arguments.unit, words("help.unit"))->type_name("CODE");
}

void add_view(CLI::App& command, RegisterArguments& arguments) {
  add_place(command, arguments);
  command.add_option("--as-of", arguments.as_of, words("help.as-of"))->type_name("YYYY-MM-DD");
}

void add_paper(CLI::App& command, RegisterArguments& arguments, const char* output) {
  add_place(command, arguments);
  command.add_option("--number", arguments.number, words("help.paper-number"))->type_name("NN");
  command.add_option("--signer", arguments.signer, words("help.signer"))->type_name("NAME");
  command.add_option("-o,--output", arguments.output, words("help.output"))
      ->type_name(output)
      ->required();
}

void add_import(CLI::App& action, RegisterArguments& arguments) {
  action.add_option("FILE", arguments.inputs, words("help.input"))->required();
  action.add_option("--kind", arguments.kind, words("help.import-kind"))->type_name("ROSTER");
  action.add_flag("--merge", arguments.merge_people, words("help.merge"));
  action.add_option("--failed", arguments.report, words("help.failed"))->type_name("OUT.xlsx");
  action.add_option("--from-encoding", arguments.encoding, words("help.from-encoding"))
      ->check(CLI::IsMember({"tcvn3", "vni"}));
}

void add_export(CLI::App& action, RegisterArguments& arguments) {
  action.add_option("--profile", arguments.profile, words("help.export-profile"))
      ->check(CLI::IsMember({"full", "public"}));
  action.add_option("-o,--output", arguments.output, words("help.output"))
      ->type_name("OUT.xlsx|.csv|.json")
      ->required();
}

void add_attachments(CLI::App& attach, CLI::App& list, RegisterArguments& arguments) {
  attach.add_option("RECORD FILE", arguments.inputs, words("help.attach-input"))
      ->required()
      ->expected(2, -1);
  attach.add_option("--note", arguments.note, words("help.attach-note"))->type_name("TEXT");
  attach.footer(words("help.register-attach.example"));
  list.add_option("RECORD", arguments.inputs, words("help.attachments-record"))->expected(0, 1);
  auto* get = list.add_option("--get", arguments.get, words("help.attachments-get"));
  get->type_name("NUMBER");
  auto* output = list.add_option("-o,--output", arguments.output, words("help.output"));
  output->type_name("FILE")->needs(get);
  get->needs(output);
  list.footer(words("help.register-attachments.example"));
}

}  // namespace

void add_register_options(CLI::App& command, RegisterArguments& arguments) {
  command.require_subcommand(1);
  command.fallthrough();
  add_view(command, arguments);
  for (const char* name : {"init", "import", "export", "settle", "status", "attach", "attachments",
                           "history", "undo", "check"}) {
    auto& action = *command.add_subcommand(name, words(std::string("help.register-") + name));
    action.fallthrough();
    action.callback([&arguments, name] { arguments.action = name; });
  }
  add_import(*command.get_subcommand("import"), arguments);
  auto& given = *command.get_subcommand("export");
  given.add_option("--kind", arguments.kind, words("help.export-kind"))->type_name("ROSTER");
  add_export(given, arguments);
  auto& settle = *command.get_subcommand("settle");
  settle.add_option("FILE | CELL UNIT", arguments.inputs, words("help.settle-input"))
      ->required()
      ->expected(1, 2);
  settle.add_option("--from", arguments.from, words("help.settle-from"))->type_name("YYYY-MM-DD");
  add_attachments(*command.get_subcommand("attach"), *command.get_subcommand("attachments"),
                  arguments);
}

void add_roster_options(CLI::App& command, RegisterArguments& arguments) {
  add_view(command, arguments);
  command.add_option("KIND", arguments.kind, words("help.roster-kind"))->required();
  add_export(command, arguments);
}

void add_report_options(CLI::App& command, RegisterArguments& arguments) {
  command.add_option("KIND", arguments.kind, words("help.report-kind"))
      ->required()
      ->check(CLI::IsMember({"adoption", "inspection", "inspection-plan"}));
  command.add_option("--from", arguments.from, words("help.report-from"))->type_name("YYYY-MM-DD");
  command.add_option("--to", arguments.to, words("help.report-to"))->type_name("YYYY-MM-DD");
  command.add_option("--as-of", arguments.as_of, words("help.report-as-of"))
      ->type_name("YYYY-MM-DD");
  add_paper(command, arguments, "OUT.docx");
}

void add_remind_options(CLI::App& command, RegisterArguments& arguments) {
  command.add_option("--deadline", arguments.deadline, words("help.deadline"))
      ->type_name("YYYY-MM-DD");
  command.add_option("--as-of", arguments.as_of, words("help.as-of"))->type_name("YYYY-MM-DD");
  add_paper(command, arguments, "DIR");
}

}  // namespace quyche::cli
