#include "cli/meeting_commands.hpp"

#include <CLI/CLI.hpp>

#include "cli/arguments.hpp"
#include "cli/language.hpp"
#include "cli/meeting_report.hpp"
#include "cli/option_day.hpp"
#include "cli/report.hpp"

namespace quyche::cli {
namespace {

CLI::App& add_action(CLI::App& meeting, MeetingArguments& arguments, const char* name) {
  auto& action = *meeting.add_subcommand(name, words(std::string("help.meeting-") + name));
  action.fallthrough();
  action.callback([&arguments, name] { arguments.action = name; });
  action.footer(words(std::string("help.meeting-") + name + ".example"));
  return action;
}

void add_files(CLI::App& action, MeetingArguments& arguments) {
  action.add_option("MEETING.*", arguments.inputs, words("help.meeting-records"))->required();
}

// As for documents: findings are printed once, and errors among them end the program with 1.
void check(Engine& engine, const Arguments& arguments) {
  const auto reports = engine.meeting_check({arguments.meetings.inputs, english()});
  print_meetings(reports, arguments.json);
  for (const auto& report : reports) {
    for (const auto& finding : report.findings) {
      if (finding.diagnostic.severity == Severity::error) throw Error(std::vector<Diagnostic>{});
    }
  }
}

void make(Engine& engine, const Arguments& arguments) {
  const auto& given = arguments.meetings;
  const auto result =
      engine.new_meeting({given.kind, given.cell, day_of(given.date), given.from, given.output});
  print_summary(result, "cli.meeting-new-done", given.output, arguments.json,
                arguments.engine.dry_run);
}

void list_tasks(Engine& engine, const Arguments& arguments) {
  const auto& given = arguments.meetings;
  print_tasks(engine.meeting_tasks({given.inputs, given.only_open, day_of(given.date)}),
              arguments.json);
}

}  // namespace

void add_meeting_record_actions(CLI::App& meeting, MeetingArguments& arguments) {
  auto& fresh = add_action(meeting, arguments, "new");
  auto* kind = fresh.add_option("--kind", arguments.kind, words("help.meeting-kind"));
  kind->type_name("KIND");
  fresh.add_option("--from", arguments.from, words("help.meeting-from"))->type_name("MEETING.*");
  fresh.add_option("--cell", arguments.cell, words("help.meeting-cell"))->type_name("NAME");
  fresh.add_option("--date", arguments.date, words("help.meeting-date"))->type_name("YYYY-MM-DD");
  fresh.add_option("-o,--output", arguments.output, words("help.output"))
      ->type_name("MEETING.xlsx|.docx|.json")
      ->required();
  add_files(add_action(meeting, arguments, "check"), arguments);
  auto& tasks = add_action(meeting, arguments, "tasks");
  add_files(tasks, arguments);
  tasks.add_flag("--open", arguments.only_open, words("help.meeting-open"));
  tasks.add_option("--date", arguments.date, words("help.meeting-as-of"))->type_name("YYYY-MM-DD");
}

void run_meeting_records(Engine& engine, const Arguments& arguments) {
  const auto& action = arguments.meetings.action;
  if (action == "new") return make(engine, arguments);
  if (action == "tasks") return list_tasks(engine, arguments);
  check(engine, arguments);
}

}  // namespace quyche::cli
