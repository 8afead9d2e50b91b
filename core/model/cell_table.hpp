#pragma once
// A table of cells, one record after the other: CSV text or one sheet of a workbook. For
// table_rows, which finds the headings in it.

#include <cstddef>
#include <vector>

#include "quyche/diagnostic.hpp"
#include "xlsx/workbook_reader.hpp"

namespace quyche {

class CellTable {
 public:
  CellTable() = default;
  CellTable(const CellTable&) = delete;
  CellTable& operator=(const CellTable&) = delete;
  virtual ~CellTable() = default;
  /// The next record, valid until the next call; null at the end. Throws Error when the rest of the
  /// table cannot be read.
  virtual const std::vector<Cell>* next() = 0;
  virtual void rewind() = 0;
  /// Where the record last read stands: its row as a spreadsheet program counts, and one cell of
  /// it.
  [[nodiscard]] virtual Place place() const = 0;
  [[nodiscard]] virtual Place place(std::size_t column) const = 0;
};

}  // namespace quyche
