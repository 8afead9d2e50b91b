#pragma once
// Mends of a document what can be mended without touching a word: paper and margins, fonts, sizes,
// bold, italic, capitals, alignment, Unicode, page numbers. What is left, a second check tells.

#include <string>
#include <string_view>
#include <vector>

#include "docx/format_profile.hpp"

namespace quyche::check {

/// The mended document. Throws what check_document throws.
[[nodiscard]] std::string fix_document(std::string_view bytes, const std::string& file,
                                       const std::vector<FormatProfile>& profiles,
                                       const std::string& profile);

}  // namespace quyche::check
