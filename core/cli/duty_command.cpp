#include "cli/duty_command.hpp"

#include <CLI/CLI.hpp>

#include "cli/arguments.hpp"
#include "cli/language.hpp"
#include "cli/option_day.hpp"
#include "cli/register_report.hpp"

namespace quyche::cli {
namespace {

constexpr const char* k_check = "check";
constexpr const char* k_all = "all";

DutyJob job_of(const DutyArguments& given) {
  DutyJob job;
  job.view.database = given.database.empty() ? "quyche.sqlite" : given.database;
  job.view.unit = given.unit;
  job.view.as_of = day_of(given.day);
  job.only_check = given.paper == k_check;
  if (given.paper != k_check && given.paper != k_all) job.paper = given.paper;
  job.cell = given.cell;
  job.record = given.record;
  job.year = given.year;
  job.number = given.number;
  job.signer = given.signer;
  job.output = given.output;
  return job;
}

Error usage(const char* code) { return Error(Diagnostic{Severity::error, {code, {}}, {}, {}}); }

}  // namespace

void add_duty_options(CLI::App& command, DutyArguments& arguments) {
  command.add_option("PAPER", arguments.paper, words("help.duty-paper"))->required();
  command.add_option("--cell", arguments.cell, words("help.duty-cell"))->type_name("CODE");
  command.add_option("--unit", arguments.unit, words("help.unit"))->type_name("CODE");
  command.add_option("--year", arguments.year, words("help.duty-year"))
      ->type_name("YYYY")
      ->check(CLI::Range(1900, 2199));
  command.add_option("--record", arguments.record, words("help.duty-record"))->type_name("ID");
  command.add_option("--date", arguments.day, words("help.duty-date"))->type_name("YYYY-MM-DD");
  command.add_option("--database", arguments.database, words("help.database"))
      ->type_name("URL")
      ->envname("QUYCHE_DATABASE");
  command.add_option("--number", arguments.number, words("help.paper-number"))->type_name("NN");
  command.add_option("--signer", arguments.signer, words("help.signer"))->type_name("NAME");
  command.add_option("-o,--output", arguments.output, words("help.duty-output"))
      ->type_name("OUT.docx|DIR");
}

void run_duty(Engine& engine, const Arguments& arguments) {
  const auto job = job_of(arguments.duty);
  if (job.output.empty() && !job.only_check) throw usage("usage.duty-output");
  const bool is_many = job.cell.empty() || job.paper.empty();
  if (is_many && job.output.ends_with(".docx")) throw usage("usage.duty-folder");
  const auto result = engine.duty(job);
  const char* done = job.only_check ? "cli.duty-checked" : "cli.duty-done";
  print_register_result(result, done, arguments.json, arguments.engine.dry_run);
  for (const auto& finding : result.findings) {
    if (finding.severity == Severity::error) throw Error(std::vector<Diagnostic>{});
  }
}

}  // namespace quyche::cli
