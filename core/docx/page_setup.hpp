#pragma once
// The end of a document's body: paper, margins, the page number from page 2 on, as the profile
// measures them. For composer and for papers of meetings.

#include <string>

#include "docx/format_profile.hpp"

namespace quyche {

void append_page_setup(std::string& out, const FormatProfile& profile);

}  // namespace quyche
