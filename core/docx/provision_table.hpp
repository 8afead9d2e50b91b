#pragma once
// A table of a regulation: head row, borders, columns as wide as their words need. Written for
// provision_paragraphs through Story.

#include <vector>

#include "docx/story.hpp"

namespace quyche {

/// The table and the narrow paragraph behind it; `keep_next`: it stays with what follows.
void write_table(Story& story, const std::vector<std::vector<Inlines>>& rows, bool keep_next);

/// Widths that add up to `total` twips, by the longest text of each column, none below its longest
/// word as long as the page allows.
[[nodiscard]] std::vector<int> column_widths(const std::vector<std::vector<std::string>>& texts,
                                             int total);

}  // namespace quyche
