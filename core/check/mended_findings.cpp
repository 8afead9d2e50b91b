#include "check/mended_findings.hpp"

#include <algorithm>

namespace quyche::check {
namespace {

const Finding* same(const std::vector<Finding>& findings, const Finding& wanted) {
  const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding& one) {
    return one.diagnostic.message == wanted.diagnostic.message;
  });
  return found == findings.end() ? nullptr : &*found;
}

}  // namespace

std::vector<Finding> mended_findings(const std::vector<Finding>& before,
                                     const std::vector<Finding>& after) {
  std::vector<Finding> mended;
  for (auto finding : before) {
    if (finding.diagnostic.severity == Severity::note) continue;
    if (const auto* left = same(after, finding)) {
      std::erase_if(finding.paragraphs, [&](std::size_t place) {
        return std::find(left->paragraphs.begin(), left->paragraphs.end(), place) !=
               left->paragraphs.end();
      });
      if (finding.paragraphs.empty()) continue;
    }
    mended.push_back(std::move(finding));
  }
  return mended;
}

std::vector<int> paragraph_numbers(const DocumentView& view, const Finding& finding) {
  std::vector<int> numbers;
  for (const auto place : finding.paragraphs) numbers.push_back(view.paragraphs[place].number);
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

}  // namespace quyche::check
