#pragma once
// Which list of the register a table looks like, by its headings: for an import that was not told.

#include <vector>

#include "engine/workshop.hpp"
#include "model/cell_table.hpp"

namespace quyche {

/// Throws Error register.other-list when the table has the headings of a roster that is imported
/// with --kind, and less so those of `fields`, village data. Leaves it rewound.
void refuse_other_list(Workshop& workshop, CellTable& table, const std::vector<Field>& fields,
                       const std::string& file);

}  // namespace quyche
