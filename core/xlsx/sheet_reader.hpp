#pragma once
// The cells of one sheet, read from its XML from front to back: sheets are too large for a tree.
// For workbook_reader, which owns what the Workbook struct points to.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "xlsx/number_format.hpp"
#include "xlsx/workbook_reader.hpp"

namespace quyche {

/// What the cells of every sheet share.
struct WorkbookTables {
  std::string file;
  std::vector<std::string> strings;
  std::vector<bool> date_formats;
  DateSystem date_system = DateSystem::from_1900;
  std::size_t cells_left = 8'000'000;  ///< how many more rows and cells may be kept
};

/// Fills `sheet.rows` (its name is known) from the part. Throws Error xlsx.bad-cell,
/// xlsx.too-large, xml.*.
void read_sheet(std::string_view part, const std::string& place, WorkbookTables& tables,
                SheetCells& sheet);

}  // namespace quyche
