#pragma once
// References of local text to provisions of a text that has a successor: turned to the heirs, and
// each listed whose target is gone. For transplant.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "compare/new_home.hpp"
#include "quyche/compare.hpp"

namespace quyche {

/// `removed`: ids of the new text that the list removes; `renamed`: ids the list had before → now.
[[nodiscard]] std::vector<MovedReference> move_references(
    const NewHome& home, const std::set<std::string>& removed,
    const std::map<std::string, std::string>& renamed, std::vector<Amendment>& list);

}  // namespace quyche
