#include "cli/commands.hpp"

#include <iostream>
#include <map>

#include "cli/check_report.hpp"
#include "cli/compare_commands.hpp"
#include "cli/duty_command.hpp"
#include "cli/inspect_command.hpp"
#include "cli/language.hpp"
#include "cli/meeting_commands.hpp"
#include "cli/meeting_paper_commands.hpp"
#include "cli/option_day.hpp"
#include "cli/output_guard.hpp"
#include "cli/register_commands.hpp"
#include "cli/render_command.hpp"
#include "cli/report.hpp"

namespace quyche::cli {
namespace {

Error usage(Text message) { return Error(Diagnostic{Severity::error, std::move(message), {}, {}}); }

Values given_of(const Arguments& arguments) {
  Values values;
  for (const auto& pair : arguments.given) {
    const auto equals = pair.find('=');
    if (equals == std::string::npos || equals == 0) throw usage({"usage.bad-set", {pair}});
    values[pair.substr(0, equals)] = pair.substr(equals + 1);
  }
  return values;
}

/// One command: does its job with the engine and prints.
using Command = void (*)(Engine&, const Arguments&);

void summarise(const Arguments& arguments, const JobResult& result, const std::string& code) {
  print_summary(result, code, arguments.output, arguments.json, arguments.engine.dry_run);
}

void districts(Engine& engine, const Arguments& arguments) {
  print_districts(engine.districts(), arguments.json);
}

void new_district(Engine& engine, const Arguments& arguments) {
  const auto root = !arguments.output.empty()               ? arguments.output
                    : arguments.engine.plugin_roots.empty() ? std::string("plugins")
                                                            : arguments.engine.plugin_roots.front();
  const auto result = engine.new_district(arguments.inputs.front(), root);
  print_summary(result, "cli.new-district-done", root + "/" + arguments.inputs.front(),
                arguments.json, arguments.engine.dry_run);
}

void import_model(Engine& engine, const Arguments& arguments) {
  summarise(arguments, engine.import_model(arguments.inputs.front(), arguments.output),
            "cli.import-done");
}

void export_model(Engine& engine, const Arguments& arguments) {
  summarise(arguments, engine.export_model(arguments.output, day_of(arguments.date)),
            "cli.export-done");
}

void make_templates(Engine& engine, const Arguments& arguments) {
  JobResult result;
  {
    ProgressLine line;
    result = engine.make_templates({arguments.district, arguments.commune, day_of(arguments.date),
                                    given_of(arguments), arguments.output, arguments.origins},
                                   line.report());
  }
  summarise(arguments, result, "cli.template-done");
}

void make_input(Engine& engine, const Arguments& arguments) {
  summarise(arguments,
            engine.make_input(
                {arguments.district, arguments.commune, day_of(arguments.date), arguments.output}),
            "cli.form-done");
}

void fill(Engine& engine, const Arguments& arguments) {
  const auto result = engine.fill(arguments.inputs[0], arguments.inputs[1], arguments.output);
  summarise(arguments, result, result.open_blanks == 0 ? "cli.fill-done" : "cli.fill-open");
}

void collect(Engine& engine, const Arguments& arguments) {
  JobResult result;
  const auto text = engine.collect(arguments.inputs, result);
  if (arguments.output == "-") {
    print_findings(result.findings);
    std::cout << text;
    return;
  }
  engine.write_file(arguments.output, text);
  summarise(arguments, result, "cli.collect-done");
}

void issue(Engine& engine, const Arguments& arguments) {
  IssueJob job;
  job.data_file = arguments.data_file;
  job.district = arguments.district;
  job.templates = arguments.templates;
  job.date = day_of(arguments.date);
  job.pdf = arguments.pdf;
  job.folder = arguments.output;
  JobResult result;
  {
    ProgressLine line;
    result = engine.issue(job, line.report());
  }
  summarise(arguments, result, arguments.engine.dry_run ? "cli.issue-checked" : "cli.issue-done");
}

void explain(Engine& engine, const Arguments& arguments) {
  print_explanation(engine.explain(arguments.inputs[0], arguments.inputs[1]), arguments.json);
}

// Findings are what a check is for: they are printed once, and errors among them end the program
// with 1.
void check(Engine& engine, const Arguments& arguments) {
  const auto data = arguments.inputs.size() > 1 ? arguments.inputs[1] : std::string();
  const auto report = engine.check({arguments.inputs.front(), arguments.profile,
                                    arguments.annotated, arguments.fixed, english(), data});
  print_check(report, arguments.inputs.front(), arguments.fixed, arguments.json);
  for (const auto& finding : report.findings) {
    if (finding.severity == Severity::error) throw Error(std::vector<Diagnostic>{});
  }
}

void meeting(Engine& engine, const Arguments& arguments) {
  if (arguments.meetings.action.empty()) return run_meeting(engine, arguments);
  run_meeting_records(engine, arguments);
}

const std::map<std::string, Command>& commands() {
  static const std::map<std::string, Command> table{
      {"districts", districts},
      {"new-district", new_district},
      {"import", import_model},
      {"export", export_model},
      {"template", make_templates},
      {"form", make_input},
      {"fill", fill},
      {"collect", collect},
      {"issue", issue},
      {"explain", explain},
      {"check", check},
      {"derive", run_derive},
      {"diff", run_diff},
      {"inspect", run_inspect},
      {"register", run_register},
      {"remind", run_remind},
      {"report", run_report},
      {"duty", run_duty},
      {"roster", run_roster},
      {"amend", run_amend},
      {"rebase", run_rebase},
      {"render", run_render},
      {"meeting", meeting},
      {"minutes", run_minutes},
      {"resolution", run_resolution},
  };
  return table;
}

int first_error_code(const std::vector<Diagnostic>& findings) {
  for (const auto& finding : findings) {
    if (finding.severity == Severity::error) return exit_code_of(finding);
  }
  return 1;
}

}  // namespace

int run(const Arguments& arguments) {
  try {
    Engine engine(arguments.engine);
    guard_outputs(arguments);
    commands().at(arguments.command)(engine, arguments);
    std::cout.flush();
    if (!std::cout) {
      throw Error(
          Diagnostic{Severity::error, {"file.no-output", {}}, {}, {{"hint.file.no-output", {}}}});
    }
    return 0;
  } catch (const Error& error) {
    print_findings(error.findings());
    return first_error_code(error.findings());
  } catch (const std::exception& bug) {
    const Diagnostic finding{Severity::error, {"bug.unexpected", {bug.what()}}, {}, {}};
    print_findings({finding});
    return exit_code_of(finding);
  }
}

}  // namespace quyche::cli
