#include "cli/output_guard.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace quyche::cli {
namespace {

using Names = std::vector<std::string>;

void add(Names& names, const std::string& name) {
  if (!name.empty() && name != "-") names.push_back(name);
}

Names inputs_of(const Arguments& arguments) {
  Names names = arguments.inputs;
  names.insert(names.end(), arguments.records.inputs.begin(), arguments.records.inputs.end());
  names.insert(names.end(), arguments.meetings.inputs.begin(), arguments.meetings.inputs.end());
  names.insert(names.end(), arguments.meeting_papers.inputs.begin(),
               arguments.meeting_papers.inputs.end());
  for (const auto* name :
       {&arguments.data_file, &arguments.rows_file, &arguments.records.database,
        &arguments.duty.database, &arguments.meetings.database, &arguments.engine.model_file}) {
    add(names, *name);
  }
  return names;
}

Names outputs_of(const Arguments& arguments) {
  Names names;
  for (const auto* name :
       {&arguments.output, &arguments.annotated, &arguments.fixed, &arguments.comparison.redline,
        &arguments.records.output, &arguments.records.report, &arguments.meetings.output,
        &arguments.meeting_papers.output, &arguments.duty.output}) {
    add(names, *name);
  }
  return names;
}

bool is_same_file(const std::string& one, const std::string& other) {
  namespace fs = std::filesystem;
  std::error_code problem;
  if (fs::is_directory(one, problem) || fs::is_directory(other, problem)) return false;
  if (fs::equivalent(one, other, problem)) return true;
  const auto full = [&problem](const std::string& name) {
    return fs::absolute(name, problem).lexically_normal();
  };
  return full(one) == full(other);
}

Diagnostic finding(const char* code, const std::string& name) {
  return {Severity::error, {code, {name}}, {}, {{std::string("hint.") + code, {}}}};
}

}  // namespace

void guard_outputs(const Arguments& arguments) {
  const auto inputs = inputs_of(arguments);
  const auto outputs = outputs_of(arguments);
  Diagnostics found;
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    for (const auto& input : inputs) {
      if (is_same_file(outputs[i], input)) found.add(finding("usage.same-file", outputs[i]));
    }
    for (std::size_t before = 0; before < i; ++before) {
      if (is_same_file(outputs[i], outputs[before])) {
        found.add(finding("usage.twin-output", outputs[i]));
      }
    }
  }
  found.throw_if_errors();
}

}  // namespace quyche::cli
