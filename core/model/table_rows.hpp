#pragma once
// A table of cells as rows of village data: the headings are looked for in its first rows. For
// rows.

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "model/cell_table.hpp"
#include "model/header_match.hpp"
#include "model/rows.hpp"

namespace quyche {

/// The row of the first 20 that matches best; of two that match alike the lower one. `end` is 0
/// when none does. Leaves the table somewhere below.
[[nodiscard]] TableHeader find_header(CellTable& table, const HeaderMatch& match);

/// A table as rows. Throws Error rows.no-header, rows.missing-column, rows.twin-column; warnings
/// about its columns go to `found`.
[[nodiscard]] std::unique_ptr<RowSource> rows_of_table(std::unique_ptr<CellTable> table,
                                                       const std::vector<Field>& fields,
                                                       Diagnostics& found);

/// Throws Error rows.no-header.
[[noreturn]] void refuse_headless(const std::string& file);

}  // namespace quyche
