#pragma once
// Meetings for tests: one that nothing is wrong with, of a cell and of a village, to be changed.

#include <string>

#include "base/environment.hpp"
#include "meeting/meeting.hpp"
#include "meeting/meeting_check.hpp"
#include "meeting/meeting_file.hpp"
#include "meeting/rules.hpp"
#include "support/caught.hpp"

namespace quyche::sample {

inline std::string tree_file(const std::string& path) {
  return DiskFiles().read(std::string(QUYCHE_SOURCE_DIR) + "/" + path);
}

inline const meeting::Rules& rules() {
  static const meeting::Rules all(tree_file("templates/meetings/rules/rules.xml"), "rules.xml");
  return all;
}

inline meeting::Meeting cell_meeting() {
  return meeting::read_meeting(tree_file("samples/meetings/cell-2026-09.json"), "a.json");
}

inline meeting::Meeting village_meeting() {
  return meeting::read_meeting(tree_file("samples/meetings/village-2026-09.json"), "b.json");
}

/// What a clerk reads about it, notes left out.
inline std::string checked(const meeting::Meeting& meeting,
                           Language language = Language::vietnamese) {
  const auto report = meeting::check_meeting(meeting, rules(), language == Language::english);
  std::vector<Diagnostic> findings;
  for (const auto& finding : report.findings) {
    if (finding.diagnostic.severity != Severity::note) findings.push_back(finding.diagnostic);
  }
  return shown(findings, language);
}

/// "V2 meeting.vote-below" of every finding but notes, one a line.
inline std::string found(const meeting::Meeting& meeting) {
  std::string out;
  for (const auto& finding : meeting::check_meeting(meeting, rules(), false).findings) {
    if (finding.diagnostic.severity == Severity::note) continue;
    out += (out.empty() ? "" : "\n") + finding.rule + " " + finding.diagnostic.message.code;
  }
  return out;
}

}  // namespace quyche::sample
