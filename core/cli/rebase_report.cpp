#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/compare_report.hpp"
#include "cli/language.hpp"
#include "cli/report.hpp"

namespace quyche::cli {
namespace {

constexpr std::size_t k_lines_shown = 20;

const char* kind_word(RebaseConflict::Kind kind) {
  switch (kind) {
    case RebaseConflict::Kind::reworded_twice:
      return "reworded-twice";
    case RebaseConflict::Kind::removed_above:
      return "removed-above";
    case RebaseConflict::Kind::removed_here:
      return "removed-here";
    case RebaseConflict::Kind::homeless:
      return "homeless";
  }
  return "";
}

nlohmann::ordered_json line_json(const RebaseLine& line) {
  auto conflicts = nlohmann::ordered_json::array();
  for (const auto& each : line.conflicts) {
    conflicts.push_back({{"key", each.key},
                         {"kind", kind_word(each.kind)},
                         {"id", each.id},
                         {"name", each.name},
                         {"base", each.base},
                         {"above", each.above},
                         {"local", each.local},
                         {"proposal", each.proposal}});
  }
  auto references = nlohmann::ordered_json::array();
  for (const auto& each : line.references) {
    references.push_back({{"from", each.from}, {"before", each.before}, {"after", each.after}});
  }
  return {{"name", line.name},
          {"file", line.file},
          {"changes", line.changes},
          {"conflicts", std::move(conflicts)},
          {"references", std::move(references)},
          {"findings", line.findings.size()}};
}

void print_line(const RebaseLine& line) {
  std::cout << "  " << line.name << "\n";
  for (const auto& conflict : line.conflicts) {
    std::cout << "    " << conflict.name << ": "
              << words(std::string("conflict.") + kind_word(conflict.kind)) << "\n";
  }
  for (const auto& moved : line.references) {
    const auto* code = moved.after.empty() ? "cli.rebase-reference-gone" : "cli.rebase-reference";
    std::cout << "    " << words(code, {moved.from, moved.before, moved.after}) << "\n";
  }
}

}  // namespace

void print_rebase(const RebaseReport& report, bool json) {
  print_findings(report.findings);
  for (const auto& line : report.lines) {
    if (line.findings.empty()) continue;
    std::cerr << line.name << ":\n";
    print_findings(line.findings);
  }
  const auto waiting = static_cast<std::size_t>(
      std::count_if(report.lines.begin(), report.lines.end(),
                    [](const RebaseLine& line) { return !line.conflicts.empty(); }));
  if (json) {
    auto lines = nlohmann::ordered_json::array();
    for (const auto& line : report.lines) lines.push_back(line_json(line));
    const nlohmann::ordered_json out{{"open_conflicts", report.open_conflicts},
                                     {"files", report.files},
                                     {"lines", std::move(lines)}};
    std::cout << out.dump(2) << "\n";
    return;
  }
  std::size_t shown = 0;
  std::size_t changes = 0;
  for (const auto& line : report.lines) {
    changes += line.changes;
    const bool says = !line.conflicts.empty() || !line.references.empty();
    if (says && ++shown <= k_lines_shown) print_line(line);
  }
  std::cout << words("cli.rebase-done", {number(report.lines.size()), number(changes),
                                         number(report.open_conflicts), number(waiting)})
            << "\n";
  for (const auto& file : report.files) std::cout << words("cli.diff-file", {file}) << "\n";
  if (report.open_conflicts > 0) std::cout << words("cli.rebase-decide") << "\n";
}

}  // namespace quyche::cli
