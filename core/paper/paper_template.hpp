#pragma once
// A paper's definition set in a format profile: a Word document with tags, which WordTemplate
// renders with values and a clerk may restyle first. Heading, signatures and styles are those of
// the regulation. Owns nothing; same inputs, same bytes.

#include <string>

#include "docx/format_profile.hpp"
#include "paper/paper_definition.hpp"

namespace quyche {

/// Throws Error paper.unknown-style with every component that the profile lacks.
[[nodiscard]] std::string make_paper_template(const PaperDefinition& paper,
                                              const FormatProfile& profile);

}  // namespace quyche
