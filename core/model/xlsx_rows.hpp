#pragma once
// Village data from a workbook: the first visible sheet that has a row of headings.

#include <memory>
#include <string>
#include <vector>

#include "model/cell_table.hpp"
#include "model/rows.hpp"

namespace quyche {

/// The visible sheets, read row by row. Throws Error those of read_workbook.
[[nodiscard]] std::vector<std::unique_ptr<CellTable>> sheet_tables(std::string bytes,
                                                                   const std::string& file);

/// Throws Error rows.no-header, and those of read_workbook.
[[nodiscard]] std::unique_ptr<RowSource> open_workbook_rows(std::string bytes,
                                                            const std::string& file,
                                                            const std::vector<Field>& fields,
                                                            Diagnostics& found);

}  // namespace quyche
