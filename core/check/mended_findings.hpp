#pragma once
// What --fix changed: the findings of a document that its mended copy no longer has, each with the
// places that were mended. Used by the job of the check.

#include <vector>

#include "check/finding.hpp"

namespace quyche::check {

/// In the order of `before`. Both are of views with the same paragraphs.
[[nodiscard]] std::vector<Finding> mended_findings(const std::vector<Finding>& before,
                                                   const std::vector<Finding>& after);
/// Paragraphs as the reader counts them, each once.
[[nodiscard]] std::vector<int> paragraph_numbers(const DocumentView& view, const Finding& finding);

}  // namespace quyche::check
