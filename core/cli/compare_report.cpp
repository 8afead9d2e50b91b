#include "cli/compare_report.hpp"

#include <unistd.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/language.hpp"
#include "cli/report.hpp"

namespace quyche::cli {
namespace {

const char* kind_word(WordStretch::Kind kind) {
  switch (kind) {
    case WordStretch::Kind::kept:
      return "kept";
    case WordStretch::Kind::removed:
      return "removed";
    case WordStretch::Kind::added:
      return "added";
  }
  return "";
}

std::vector<std::string> change_codes(const ProvisionChange& change) {
  std::vector<std::string> codes;
  if (change.kept()) codes.emplace_back("kept");
  if (change.added) codes.emplace_back("added");
  if (change.removed) codes.emplace_back("removed");
  if (change.reworded) codes.emplace_back("reworded");
  if (change.moved) codes.emplace_back("moved");
  if (change.renumbered) codes.emplace_back("renumbered");
  return codes;
}

nlohmann::ordered_json change_json(const ProvisionChange& change) {
  auto stretches = nlohmann::ordered_json::array();
  for (const auto& [kind, text] : change.words) {
    stretches.push_back({{"kind", kind_word(kind)}, {"text", text}});
  }
  return {{"id", change.id},
          {"before", change.before},
          {"after", change.after},
          {"changes", change_codes(change)},
          {"words", std::move(stretches)}};
}

/// What stands before and after a stretch: colours on a terminal, brackets elsewhere.
std::pair<const char*, const char*> marks_of(WordStretch::Kind kind, bool colours) {
  if (kind == WordStretch::Kind::kept) return {"", ""};
  const bool is_removed = kind == WordStretch::Kind::removed;
  if (colours) return {is_removed ? "\033[9;31m" : "\033[1;32m", "\033[0m"};
  return is_removed ? std::pair{"[-", "-]"} : std::pair{"{+", "+}"};
}

void print_words(const std::vector<WordStretch>& stretches, bool colours) {
  std::cout << "    ";
  for (const auto& [kind, text] : stretches) {
    std::string line = text;
    for (auto& c : line) c = c == '\n' || c == '\t' ? ' ' : c;
    const auto [before, after] = marks_of(kind, colours);
    std::cout << before << line << after;
  }
  std::cout << "\n";
}

void print_change(const ProvisionChange& change, bool colours) {
  std::string what;
  for (const auto& code : change_codes(change)) {
    what += (what.empty() ? "" : ", ") + words("change." + code);
  }
  const auto& name = change.before.empty() ? change.after : change.before;
  std::cout << "  " << (name.empty() ? change.id : name);
  if (!change.before.empty() && !change.after.empty() && change.before != change.after) {
    std::cout << " → " << change.after;
  }
  std::cout << ": " << what << "\n";
  if (change.added || change.removed || change.reworded) print_words(change.words, colours);
}

}  // namespace

void print_diff(const DiffReport& report, bool json) {
  std::size_t counts[6] = {};
  for (const auto& change : report.changes) {
    const bool flags[] = {change.kept(),   change.added, change.removed,
                          change.reworded, change.moved, change.renumbered};
    for (std::size_t i = 0; i < std::size(flags); ++i) counts[i] += flags[i] ? 1 : 0;
  }
  if (json) {
    auto changes = nlohmann::ordered_json::array();
    for (const auto& change : report.changes) changes.push_back(change_json(change));
    const nlohmann::ordered_json out{{"kept", counts[0]},     {"added", counts[1]},
                                     {"removed", counts[2]},  {"reworded", counts[3]},
                                     {"moved", counts[4]},    {"renumbered", counts[5]},
                                     {"files", report.files}, {"changes", changes}};
    print_findings(report.findings);
    std::cout << out.dump(2) << "\n";
    return;
  }
  print_findings(report.findings);
  const bool colours = isatty(STDOUT_FILENO) == 1;
  for (const auto& change : report.changes) {
    if (!change.kept()) print_change(change, colours);
  }
  std::cout << words("cli.diff-done", {number(counts[0]), number(counts[1]), number(counts[2]),
                                       number(counts[3]), number(counts[4]), number(counts[5])})
            << "\n";
  for (const auto& file : report.files) std::cout << words("cli.diff-file", {file}) << "\n";
}

}  // namespace quyche::cli
