#pragma once
// A copy of a document with the findings as Word comments, each at its first place: comments part,
// its relationship and content type, ranges in the text. Words and format stay as they are.

#include <vector>

#include "base/messages.hpp"
#include "check/document_package.hpp"
#include "check/finding.hpp"

namespace quyche::check {

/// Puts the comments into `package`; `view` is of the same package. What is about the whole
/// document stands at its first paragraph.
void annotate(DocumentPackage& package, const DocumentView& view,
              const std::vector<Finding>& findings, Language language);

}  // namespace quyche::check
