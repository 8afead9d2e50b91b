#include "cli/render_command.hpp"

#include "cli/language.hpp"
#include "cli/report.hpp"

namespace quyche::cli {
namespace {

std::string one_sentence(const JobResult& result, const std::string& output, bool dry_run) {
  const auto* code = !dry_run              ? "cli.render-done"
                     : result.replaced > 0 ? "cli.render-replace-try"
                                           : "cli.render-try";
  return words(code, {output});
}

/// What became of the rows of a list, or would; what there is none of is not told.
std::string rows_sentence(const JobResult& result, const std::string& pattern, bool dry_run) {
  std::string counts;
  const auto add = [&counts](const char* code, std::size_t count) {
    if (count == 0) return;
    if (!counts.empty()) counts += "; ";
    counts += words(code, {number(count)});
  };
  add(dry_run ? "cli.render-made-try" : "cli.render-made", result.documents - result.replaced);
  add(dry_run ? "cli.render-replaced-try" : "cli.render-replaced", result.replaced);
  add("cli.render-kept", result.kept);
  add("cli.render-refused", result.refused);
  const auto sentence = words("cli.render-each-done", {pattern, counts});
  return result.kept == 0 ? sentence : sentence + '\n' + words("cli.render-renew");
}

}  // namespace

void run_render(Engine& engine, const Arguments& arguments) {
  RenderJob job;
  job.file = arguments.inputs.front();
  if (arguments.inputs.size() > 1) job.data_file = arguments.inputs[1];
  job.rows_file = arguments.rows_file;
  job.output = arguments.output;
  job.overwrite = arguments.overwrite;
  if (job.data_file.empty() == job.rows_file.empty()) {
    throw Error(Diagnostic{Severity::error, {"usage.render-data", {}}, {}, {}});
  }
  if (job.overwrite && job.rows_file.empty()) {
    throw Error(Diagnostic{Severity::error, {"usage.overwrite-each", {}}, {}, {}});
  }
  JobResult result;
  {
    ProgressLine line;
    result = engine.render(job, line.report());
  }
  const bool dry_run = arguments.engine.dry_run;
  const auto sentence = job.rows_file.empty() ? one_sentence(result, job.output, dry_run)
                                              : rows_sentence(result, job.output, dry_run);
  print_result(result, sentence, job.output, arguments.json, dry_run);
  if (result.refused > 0) throw Error(std::vector<Diagnostic>{});
}

}  // namespace quyche::cli
