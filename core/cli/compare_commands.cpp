#include "cli/compare_commands.hpp"

#include "cli/compare_report.hpp"
#include "cli/language.hpp"
#include "cli/report.hpp"

namespace quyche::cli {
namespace {

std::optional<Date> day_of(const Arguments& arguments) {
  if (arguments.date.empty()) return std::nullopt;
  auto day = parse_date(arguments.date);
  if (!day) {
    throw Error(Diagnostic{Severity::error, {"usage.bad-date", {arguments.date}}, {}, {}});
  }
  return day;
}

}  // namespace

void run_diff(Engine& engine, const Arguments& arguments) {
  DiffJob job;
  job.before = arguments.inputs[0];
  job.after = arguments.inputs[1];
  job.side = arguments.output;
  job.redline = arguments.comparison.redline;
  job.author = arguments.comparison.author;
  job.date = day_of(arguments);
  print_diff(engine.diff(job), arguments.json);
}

void run_derive(Engine& engine, const Arguments& arguments) {
  DeriveJob job;
  job.model = arguments.inputs[0];
  job.edited = arguments.inputs[1];
  job.output = arguments.output;
  job.redline = arguments.comparison.redline;
  job.author = arguments.comparison.author;
  job.date = day_of(arguments);
  print_summary(engine.derive(job), "cli.derive-done", arguments.output, arguments.json,
                arguments.engine.dry_run);
}

}  // namespace quyche::cli
