#pragma once
// Reading spreadsheets: the cells of an .xlsx as text, as a clerk sees them, whoever made the file.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quyche {

struct Cell {
  enum class Kind { empty, text, number, boolean, date, error };  ///< error "": no result stored
  Kind kind = Kind::empty;
  std::string text;  ///< canonical: date YYYY-MM-DD, number shortest decimal, boolean true/false
};

/// One sheet; rows[r][c], r and c from 0; rows may be ragged. Formulas give their cached value.
struct SheetCells {
  std::string name;
  bool hidden = false;
  std::vector<std::vector<Cell>> rows;
};

/// Throws Error xlsx.not-a-workbook, archive.*, xml.*. Merged cells: the value stands in the first.
[[nodiscard]] std::vector<SheetCells> read_workbook(std::string_view bytes,
                                                    const std::string& file);

/// "C5" for column 2, row 4.
[[nodiscard]] std::string cell_name(std::size_t row, std::size_t column);

}  // namespace quyche
