#include "cli/register_commands.hpp"

#include <cstdlib>
#include <map>
#include <optional>

#include "cli/language.hpp"
#include "cli/option_day.hpp"
#include "cli/register_report.hpp"
#include "cli/report.hpp"

namespace quyche::cli {
namespace {

// Read here and not by the parser: every command has the option, and those not called would write
// the variable over what was typed.
std::string database_of(const RegisterArguments& arguments) {
  if (!arguments.database.empty()) return arguments.database;
  const char* usual = std::getenv("QUYCHE_DATABASE");
  return usual != nullptr && *usual != '\0' ? usual : "quyche.sqlite";
}

RegisterView view_of(const RegisterArguments& arguments) {
  RegisterView view;
  view.database = database_of(arguments);
  view.wait = arguments.wait;
  view.unit = arguments.unit;
  view.full_profile = arguments.profile == "full";
  view.as_of = day_of(arguments.as_of, "--as-of");
  return view;
}

ReportJob report_of(const Arguments& arguments) {
  const auto& given = arguments.records;
  ReportJob job;
  job.view = view_of(given);
  job.kind = given.kind;
  job.from = day_of(given.from, "--from");
  job.to = day_of(given.to, "--to");
  // A report is of the last day of its period; a plan is made before its period begins.
  if (!job.view.as_of && job.kind != "inspection-plan") job.view.as_of = job.to;
  job.deadline = day_of(given.deadline, "--deadline");
  job.number = given.number;
  job.signer = given.signer;
  job.output = given.output;
  return job;
}

using Action = void (*)(Engine&, const Arguments&);

void init(Engine& engine, const Arguments& arguments) {
  print_register_result(engine.register_init(view_of(arguments.records)), "cli.register-init-done",
                        arguments.json, arguments.engine.dry_run);
}

void import_files(Engine& engine, const Arguments& arguments) {
  const auto& given = arguments.records;
  RegisterImport job;
  job.view = view_of(given);
  job.files = given.inputs;
  job.kind = given.kind;
  job.report = given.report;
  job.encoding = given.encoding;
  job.merge_people = given.merge_people;
  RegisterResult result;
  {
    ProgressLine line;
    result = engine.register_import(job, line.report());
  }
  const bool is_dry = arguments.engine.dry_run;
  print_register_result(result, is_dry ? "cli.register-import-try" : "cli.register-import-done",
                        arguments.json, is_dry);
  if (result.failed > 0) throw Error(std::vector<Diagnostic>{});
}

void export_rows(Engine& engine, const Arguments& arguments) {
  const auto& given = arguments.records;
  const auto kind = given.kind.empty() ? std::string("cells") : given.kind;
  print_register_result(engine.roster({view_of(given), kind, given.output}), "cli.roster-done",
                        arguments.json, arguments.engine.dry_run);
}

void settle(Engine& engine, const Arguments& arguments) {
  const auto& given = arguments.records;
  RegisterSettlement job;
  job.view = view_of(given);
  job.from = day_of(given.from, "--from");
  if (given.inputs.size() == 1) {
    job.file = given.inputs.front();
  } else {
    job.cell = given.inputs[0];
    job.unit = given.inputs[1];
  }
  print_register_result(engine.register_settle(job), "cli.register-settle-done", arguments.json,
                        arguments.engine.dry_run);
}

void attach(Engine& engine, const Arguments& arguments) {
  const auto& given = arguments.records;
  RegisterAttachment job;
  job.view = view_of(given);
  job.record = given.inputs.front();
  job.files.assign(given.inputs.begin() + 1, given.inputs.end());
  job.note = given.note;
  print_register_result(engine.register_attach(job), "cli.register-attach-done", arguments.json,
                        arguments.engine.dry_run);
}

void attachments(Engine& engine, const Arguments& arguments) {
  const auto& given = arguments.records;
  RegisterAttachment job;
  job.view = view_of(given);
  job.record = given.inputs.empty() ? std::string() : given.inputs.front();
  job.number = given.get;
  job.output = given.output;
  if (job.output.empty()) {
    print_attachments(engine.register_attachments(job), arguments.json);
    return;
  }
  print_register_result(engine.register_attach(job), "cli.register-attachment-written",
                        arguments.json, arguments.engine.dry_run);
}

void status(Engine& engine, const Arguments& arguments) {
  print_adoption(engine.register_status(view_of(arguments.records)), arguments.json);
}

void history(Engine& engine, const Arguments& arguments) {
  print_history(engine.register_history(view_of(arguments.records)), arguments.json);
}

void undo(Engine& engine, const Arguments& arguments) {
  const bool is_dry = arguments.engine.dry_run;
  print_register_result(engine.register_undo(view_of(arguments.records)),
                        is_dry ? "cli.register-undo-try" : "cli.register-undo-done", arguments.json,
                        is_dry);
}

void check_register(Engine& engine, const Arguments& arguments) {
  const auto result = engine.register_check(view_of(arguments.records));
  const char* code = result.findings.empty() ? "cli.register-clean" : "cli.register-unclean";
  print_register_result(result, code, arguments.json, false);
  for (const auto& finding : result.findings) {
    if (finding.severity == Severity::error) throw Error(std::vector<Diagnostic>{});
  }
}

}  // namespace

void run_register(Engine& engine, const Arguments& arguments) {
  static const std::map<std::string, Action> actions{
      {"init", init},           {"import", import_files},     {"export", export_rows},
      {"attach", attach},       {"attachments", attachments}, {"settle", settle},
      {"status", status},       {"history", history},         {"undo", undo},
      {"check", check_register}};
  actions.at(arguments.records.action)(engine, arguments);
}

void run_report(Engine& engine, const Arguments& arguments) {
  print_register_result(engine.report(report_of(arguments)), "cli.report-done", arguments.json,
                        arguments.engine.dry_run);
}

void run_remind(Engine& engine, const Arguments& arguments) {
  print_register_result(engine.remind(report_of(arguments)), "cli.remind-done", arguments.json,
                        arguments.engine.dry_run);
}

void run_roster(Engine& engine, const Arguments& arguments) {
  const auto& given = arguments.records;
  print_register_result(engine.roster({view_of(given), given.kind, given.output}),
                        "cli.roster-done", arguments.json, arguments.engine.dry_run);
}

}  // namespace quyche::cli
