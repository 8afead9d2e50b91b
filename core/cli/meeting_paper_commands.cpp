#include "cli/meeting_paper_commands.hpp"

#include <CLI/CLI.hpp>

#include "cli/arguments.hpp"
#include "cli/language.hpp"
#include "cli/option_day.hpp"
#include "cli/output_ending.hpp"
#include "cli/report.hpp"

namespace quyche::cli {
namespace {

// What documents of a paper are called, wherever they are made.
constexpr const char* k_minutes = "bien-ban";
constexpr const char* k_resolution = "nghi-quyet";

CLI::Option& add_output(CLI::App& command, MeetingPaperArguments& arguments) {
  return *command.add_option("-o,--output", arguments.output, words("help.output"))
              ->type_name("PATH")
              ->required();
}

void add_templates(CLI::App& command, MeetingPaperArguments& arguments) {
  command.add_option("--template", arguments.templates, words("help.meeting-own-template"))
      ->type_name("X.docx")
      ->expected(1)
      ->take_all();
}

void make(Engine& engine, const Arguments& arguments, const char* paper, const char* done) {
  const auto& given = arguments.meeting_papers;
  JobResult result;
  {
    ProgressLine line;
    result = engine.meeting_papers({given.inputs, paper, given.only, given.templates, given.output},
                                   line.report());
  }
  print_summary(result, done, given.output, arguments.json, arguments.engine.dry_run);
}

void make_papers(Engine& engine, const Arguments& arguments) {
  make(engine, arguments, "", "cli.meeting-papers-done");
}

void make_template(Engine& engine, const Arguments& arguments) {
  const auto& given = arguments.meeting_papers;
  const MeetingTemplateJob job{given.inputs.front(), day_of(given.date), given.output};
  print_summary(engine.meeting_template(job), "cli.meeting-template-done", given.output,
                arguments.json, arguments.engine.dry_run);
}

}  // namespace

void add_meeting_paper_actions(CLI::App& meeting, MeetingPaperArguments& arguments) {
  auto& papers = *meeting.add_subcommand("papers", words("help.meeting-papers"));
  papers.fallthrough();
  papers.callback([&arguments] { arguments.action = "papers"; });
  papers.footer(words("help.meeting-papers.example"));
  papers.add_option("MEETING.*", arguments.inputs, words("help.meeting-input"))->required();
  papers.add_option("--only", arguments.only, words("help.meeting-only"))
      ->type_name("PAPER")
      ->expected(1)
      ->take_all();
  add_templates(papers, arguments);
  add_output(papers, arguments);
  auto& own = *meeting.add_subcommand("template", words("help.meeting-template"));
  own.fallthrough();
  own.callback([&arguments] { arguments.action = "template"; });
  own.footer(words("help.meeting-template.example"));
  own.add_option("KIND", arguments.inputs, words("help.meeting-paper-kind"))
      ->required()
      ->expected(1);
  own.add_option("--date", arguments.date, words("help.date"))->type_name("YYYY-MM-DD");
  add_output(own, arguments);
}

void add_meeting_paper_options(CLI::App& command, MeetingPaperArguments& arguments) {
  command.add_option("MEETING.*", arguments.inputs, words("help.meeting-input"))
      ->required()
      ->expected(1);
  add_templates(command, arguments);
  add_output(command, arguments).type_name("OUT.docx")->check(ends_in(".docx"));
}

void run_meeting(Engine& engine, const Arguments& arguments) {
  if (arguments.meeting_papers.action == "template") return make_template(engine, arguments);
  make_papers(engine, arguments);
}

void run_minutes(Engine& engine, const Arguments& arguments) {
  make(engine, arguments, k_minutes, "cli.meeting-paper-done");
}

void run_resolution(Engine& engine, const Arguments& arguments) {
  make(engine, arguments, k_resolution, "cli.meeting-paper-done");
}

}  // namespace quyche::cli
