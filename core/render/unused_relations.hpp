#pragma once
// Relationships that a template does not need any more once its placeholder pictures are replaced,
// and the files that only they named. For WordTemplate, while it compiles.

#include <string>
#include <vector>

#include "base/archive.hpp"

namespace quyche {

/// Takes relationships of `part` away by their ids, and every entry that nothing names after that.
void drop_relations(std::vector<ArchiveEntry>& entries, const std::string& part,
                    const std::vector<std::string>& ids, const std::string& file);

}  // namespace quyche
