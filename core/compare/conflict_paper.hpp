#pragma once
// Conflicts of a rebase as a Word document: each shows the base and both wordings, and the decision
// as a tracked change. Accepting takes the proposal, rejecting keeps the local wording, and the
// words may be typed over. Written and read back here; used by the rebase job.

#include <string>
#include <vector>

#include "compare/redline.hpp"
#include "compare/transplant.hpp"
#include "docx/format_profile.hpp"

namespace quyche {

/// The content of a w:body.
[[nodiscard]] std::string conflict_paper(const std::vector<RebaseConflict>& conflicts,
                                         const FormatProfile& profile, const ChangeMark& mark);

/// Decisions from word/document.xml of `file`; what still holds a tracked change is none yet.
[[nodiscard]] Choices read_conflict_paper(std::string document, const std::string& file);

}  // namespace quyche
