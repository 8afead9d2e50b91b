#pragma once
// All cells of one sheet. For workbook_reader, which owns what the Workbook struct points to.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "xlsx/cell_scanner.hpp"

namespace quyche {

/// How many rows and cells of a workbook are kept or passed over.
inline constexpr std::size_t k_most_sheet_cells = 8'000'000;

/// Fills `sheet.rows` (its name is known) from the part. Throws Error xlsx.bad-cell,
/// xlsx.too-large when there are more than `cells_left`, xml.*.
void read_sheet(std::string_view part, const std::string& place, const WorkbookTables& tables,
                std::size_t& cells_left, SheetCells& sheet);

/// Empties the cells of a row that stand under a merged range.
void clear_merged(const MergedRange& range, std::size_t row, std::vector<Cell>& cells);

}  // namespace quyche
