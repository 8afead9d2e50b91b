#include "engine/row_findings.hpp"

#include <utility>

namespace quyche {
namespace {

constexpr std::size_t k_findings_kept = 200;

}  // namespace

void RowFindings::add(std::size_t row, Diagnostic finding) {
  // Many warnings hide no mistake.
  auto& kept = finding.severity == Severity::error ? errors_kept_ : others_kept_;
  if (kept >= k_findings_kept) {
    ++left_;
    return;
  }
  ++kept;
  finding.hints.push_back({"hint.render.row", {file_, std::to_string(row)}});
  if (finding.place.file.empty()) finding.place.file = file_;
  by_row_.emplace(row, std::move(finding));
}

void RowFindings::hand_to(Diagnostics& found) const {
  for (const auto& [row, finding] : by_row_) found.add(finding);
  if (left_ == 0) return;
  found.add(
      {Severity::note, {"render.more-rows", {std::to_string(left_)}}, {file_, {}, {}, 0, 0}, {}});
}

}  // namespace quyche
