#include "cli/compare_commands.hpp"

#include <algorithm>

#include "cli/compare_report.hpp"
#include "cli/language.hpp"
#include "cli/option_day.hpp"
#include "cli/report.hpp"

namespace quyche::cli {
namespace {

bool has_errors(const std::vector<Diagnostic>& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Diagnostic& finding) { return finding.severity == Severity::error; });
}

// One of the papers could not be carried over, and why stands among its findings.
bool is_refused(const RebaseReport& report) {
  return std::any_of(report.lines.begin(), report.lines.end(),
                     [](const RebaseLine& line) { return has_errors(line.findings); });
}

}  // namespace

void run_diff(Engine& engine, const Arguments& arguments) {
  DiffJob job;
  job.before = arguments.inputs[0];
  job.after = arguments.inputs[1];
  job.side = arguments.output;
  job.redline = arguments.comparison.redline;
  job.author = arguments.comparison.author;
  job.date = day_of(arguments.date);
  print_diff(engine.diff(job), arguments.json);
}

void run_derive(Engine& engine, const Arguments& arguments) {
  DeriveJob job;
  job.model = arguments.inputs[0];
  job.edited = arguments.inputs[1];
  job.output = arguments.output;
  job.redline = arguments.comparison.redline;
  job.author = arguments.comparison.author;
  job.date = day_of(arguments.date);
  print_summary(engine.derive(job), "cli.derive-done", arguments.output, arguments.json,
                arguments.engine.dry_run);
}

void run_amend(Engine& engine, const Arguments& arguments) {
  AmendJob job;
  job.before = arguments.inputs[0];
  job.after = arguments.inputs[1];
  job.folder = arguments.output;
  job.author = arguments.comparison.author;
  job.date = day_of(arguments.date);
  const auto result = engine.amend(job);
  // Of two folders every text that is in both.
  const char* code = result.issued > 0 ? "cli.amend-all-done" : "cli.amend-done";
  print_summary(result, code, arguments.output, arguments.json, arguments.engine.dry_run);
  if (has_errors(result.findings)) throw Error(std::vector<Diagnostic>{});
}

void run_rebase(Engine& engine, const Arguments& arguments) {
  RebaseJob job;
  job.old_model = arguments.comparison.old_model;
  job.new_model = arguments.comparison.new_model;
  job.new_plugins = arguments.comparison.new_plugins;
  job.district = arguments.district;
  job.data = arguments.data_file;
  job.resolved = arguments.comparison.resolved;
  job.author = arguments.comparison.author;
  job.date = day_of(arguments.date);
  job.folder = arguments.output;
  if (job.district.empty() == job.data.empty()) {
    throw Error(Diagnostic{Severity::error, {"usage.rebase-what", {}}, {}, {}});
  }
  const auto report = engine.rebase(job);
  print_rebase(report, arguments.json);
  if (report.open_conflicts > 0 || is_refused(report)) throw Error(std::vector<Diagnostic>{});
}

}  // namespace quyche::cli
