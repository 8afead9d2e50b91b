#include "cli/meeting_commands.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>

#include "cli/arguments.hpp"
#include "cli/language.hpp"
#include "cli/meeting_report.hpp"
#include "cli/option_day.hpp"
#include "cli/register_report.hpp"
#include "cli/report.hpp"

namespace quyche::cli {
namespace {

constexpr const char* k_register = "quyche.sqlite";

CLI::App& add_action(CLI::App& meeting, MeetingArguments& arguments, const char* name) {
  auto& action = *meeting.add_subcommand(name, words(std::string("help.meeting-") + name));
  action.fallthrough();
  action.callback([&arguments, name] { arguments.action = name; });
  action.footer(words(std::string("help.meeting-") + name + ".example"));
  return action;
}

CLI::Option* add_files(CLI::App& action, MeetingArguments& arguments) {
  return action.add_option("MEETING.*", arguments.inputs, words("help.meeting-records"));
}

void add_register(CLI::App& action, MeetingArguments& arguments) {
  action.add_option("--database", arguments.database, words("help.database"))
      ->type_name("URL")
      ->envname("QUYCHE_DATABASE");
}

void add_cell(CLI::App& action, MeetingArguments& arguments) {
  action.add_option("--cell", arguments.cell, words("help.meeting-cell"))->type_name("CODE");
  action.add_option("--unit", arguments.unit, words("help.unit"))->type_name("CODE");
  add_register(action, arguments);
}

RegisterView view_of(const MeetingArguments& arguments) {
  RegisterView view;
  view.database = arguments.database.empty() ? k_register : arguments.database;
  view.unit = arguments.unit;
  view.as_of = day_of(arguments.date);
  return view;
}

// As for documents: findings are printed once, and errors among them end the program with 1.
void check_meetings(Engine& engine, const Arguments& arguments) {
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
  auto view = view_of(given);
  // Without a register the name is taken as it stands.
  if (given.database.empty() && !std::filesystem::exists(k_register)) view.database.clear();
  const auto result = engine.new_meeting(
      {given.kind, given.cell, view, day_of(given.date), given.from, given.output});
  print_summary(result, "cli.meeting-new-done", given.output, arguments.json,
                arguments.engine.dry_run);
}

void list_tasks(Engine& engine, const Arguments& arguments) {
  const auto& given = arguments.meetings;
  print_tasks(engine.meeting_tasks(
                  {given.inputs, view_of(given), given.cell, given.only_open, day_of(given.date)}),
              arguments.json);
}

void keep_meetings(Engine& engine, const Arguments& arguments) {
  const auto& given = arguments.meetings;
  print_register_result(engine.keep_meetings({view_of(given), given.inputs}),
                        "cli.meeting-keep-done", arguments.json, arguments.engine.dry_run);
}

void view_year(Engine& engine, const Arguments& arguments) {
  const auto& given = arguments.meetings;
  auto view = view_of(given);
  // Cells are those of the year, whenever it is looked at.
  const Date last(std::chrono::year(given.year) / 12 / 31);
  if (!view.as_of) view.as_of = last;
  const MeetingYearJob job{given.inputs,       view,         given.year,   given.cell,
                           day_of(given.date), given.number, given.signer, given.output};
  print_summary(engine.meeting_year(job), "cli.meeting-year-done", given.output, arguments.json,
                arguments.engine.dry_run);
}

void add_year(CLI::App& action, MeetingArguments& arguments) {
  add_files(action, arguments);
  action.add_option("--year", arguments.year, words("help.meeting-year-number"))
      ->type_name("YYYY")
      ->check(CLI::Range(1900, 2199))
      ->required();
  add_cell(action, arguments);
  action.add_option("--date", arguments.date, words("help.meeting-year-date"))
      ->type_name("YYYY-MM-DD");
  action.add_option("--number", arguments.number, words("help.paper-number"))->type_name("NN");
  action.add_option("--signer", arguments.signer, words("help.signer"))->type_name("NAME");
  action.add_option("-o,--output", arguments.output, words("help.output"))
      ->type_name("OUT.xlsx|.docx")
      ->required()
      ->check([](const std::string& name) {
        const bool is_known = name.ends_with(".xlsx") || name.ends_with(".docx");
        return is_known ? std::string() : words("cli.bad-ending", {name, ".xlsx, .docx"});
      });
}

}  // namespace

void add_meeting_record_actions(CLI::App& meeting, MeetingArguments& arguments) {
  auto& fresh = add_action(meeting, arguments, "new");
  auto* kind = fresh.add_option("--kind", arguments.kind, words("help.meeting-kind"));
  kind->type_name("KIND");
  fresh.add_option("--from", arguments.from, words("help.meeting-from"))->type_name("MEETING.*");
  add_cell(fresh, arguments);
  fresh.add_option("--date", arguments.date, words("help.meeting-date"))->type_name("YYYY-MM-DD");
  fresh.add_option("-o,--output", arguments.output, words("help.output"))
      ->type_name("MEETING.xlsx|.docx|.json")
      ->required();
  add_files(add_action(meeting, arguments, "check"), arguments)->required();
  auto& keep = add_action(meeting, arguments, "keep");
  add_files(keep, arguments)->required();
  add_register(keep, arguments);
  auto& tasks = add_action(meeting, arguments, "tasks");
  add_files(tasks, arguments);
  add_cell(tasks, arguments);
  tasks.add_flag("--open", arguments.only_open, words("help.meeting-open"));
  tasks.add_option("--date", arguments.date, words("help.meeting-as-of"))->type_name("YYYY-MM-DD");
  add_year(add_action(meeting, arguments, "year"), arguments);
}

void run_meeting_records(Engine& engine, const Arguments& arguments) {
  const auto& action = arguments.meetings.action;
  if (action == "new") return make(engine, arguments);
  if (action == "keep") return keep_meetings(engine, arguments);
  if (action == "year") return view_year(engine, arguments);
  if (action == "tasks") return list_tasks(engine, arguments);
  check_meetings(engine, arguments);
}

}  // namespace quyche::cli
