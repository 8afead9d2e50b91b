#pragma once
// Numbered lists in loops: a list that begins inside a loop begins anew each time, one whose items
// the loop makes goes on counting.

#include <string>
#include <string_view>

#include "render/package_edits.hpp"
#include "render/tag_tree.hpp"
#include "render/word_run.hpp"

namespace quyche {

/// Stands behind a loop's opening tag; w:val is the list that begins anew there.
inline constexpr const char* k_restart = "q:restart";

void mark_restarts(TagTree& tree);
/// The definitions of the lists that were made while rendering. `numbering` is the part as it is.
void add_lists(const IdIssuer& ids, std::string_view numbering, PackageEdits& edits);

}  // namespace quyche
