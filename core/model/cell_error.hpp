#pragma once
// Why the cell of a formula cannot be used. For readers of tables.

#include <string>

#include "model/cell_table.hpp"

namespace quyche {

/// `cell` is of kind error; `label` is that of its column.
[[nodiscard]] Diagnostic cell_error(const Cell& cell, const std::string& label, Place place);

}  // namespace quyche
