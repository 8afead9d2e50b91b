#include "cli/render_command.hpp"

#include "cli/language.hpp"
#include "cli/report.hpp"

namespace quyche::cli {
namespace {

/// What became of the rows of a list; what there is none of is not told.
std::string rows_sentence(const JobResult& result, const std::string& pattern) {
  std::string counts;
  const auto add = [&counts](const char* code, std::size_t count) {
    if (count == 0) return;
    if (!counts.empty()) counts += "; ";
    counts += words(code, {number(count)});
  };
  add("cli.render-made", result.documents);
  add("cli.render-kept", result.kept);
  add("cli.render-refused", result.refused);
  return words("cli.render-each-done", {pattern, counts});
}

}  // namespace

void run_render(Engine& engine, const Arguments& arguments) {
  RenderJob job;
  job.file = arguments.inputs.front();
  if (arguments.inputs.size() > 1) job.data_file = arguments.inputs[1];
  job.rows_file = arguments.rows_file;
  job.output = arguments.output;
  if (job.data_file.empty() == job.rows_file.empty()) {
    throw Error(Diagnostic{Severity::error, {"usage.render-data", {}}, {}, {}});
  }
  JobResult result;
  {
    ProgressLine line;
    result = engine.render(job, line.report());
  }
  const auto sentence = job.rows_file.empty() ? words("cli.render-done", {job.output})
                                              : rows_sentence(result, job.output);
  print_result(result, sentence, job.output, arguments.json, arguments.engine.dry_run);
  if (result.refused > 0) throw Error(std::vector<Diagnostic>{});
}

}  // namespace quyche::cli
