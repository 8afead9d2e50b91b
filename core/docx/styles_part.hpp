#pragma once
// word/styles.xml: one named style a component of the profile, so that a clerk restyles the paper
// by changing a style; and the few that Word and the blanks need. For composer.

#include <string>

#include "docx/format_profile.hpp"

namespace quyche {

[[nodiscard]] std::string styles_part(const FormatProfile& profile);
/// word/glossary/styles.xml: what placeholders need.
[[nodiscard]] std::string glossary_styles_part(const FormatProfile& profile);

}  // namespace quyche
