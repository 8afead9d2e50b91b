#pragma once
// Tags about the cell around them: {% colspan N %}, {% cellbg C %}, {% vm %}, {% hm %} become
// properties of the cell, in the order the schema asks for.

#include "render/tag_tree.hpp"

namespace quyche {

/// Between a vertically merged cell's start and end: what the rows below do not repeat.
inline constexpr const char* k_merge_start = "q:merged";
inline constexpr const char* k_merge_end = "q:merged-end";

void place_cell_tags(TagTree& tree);

}  // namespace quyche
