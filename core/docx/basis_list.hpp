#pragma once
// The legal bases (căn cứ) above the text, worded as the format profile cites. Written for composer
// through Story.

#include "docx/story.hpp"

namespace quyche {

void write_bases(Story& story);

/// "Quyết định số 2128/QĐ-UBND ngày 11/12/2012 của …": `pattern` with {type} {number} {short_date}
/// {long_date} {issuer} {title}; what stands in [ ] goes when its value is missing.
[[nodiscard]] std::string cite(const Basis& basis, std::string_view pattern);

}  // namespace quyche
