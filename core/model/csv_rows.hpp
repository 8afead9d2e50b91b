#pragma once
// Tables of cells (CSV, TSV, one sheet of a workbook) as rows of village data. The table is read
// cell by cell; the header may stand anywhere in its first rows.

#include <memory>
#include <string>
#include <vector>

#include "model/rows.hpp"

namespace quyche {

/// One record of cells after the other.
class CellTable {
 public:
  CellTable() = default;
  CellTable(const CellTable&) = delete;
  CellTable& operator=(const CellTable&) = delete;
  virtual ~CellTable() = default;
  /// The next record, or false at the end.
  virtual bool next(std::vector<std::string>& cells) = 0;
  virtual void rewind() = 0;
  /// Where the record last read stands: its row as the program that made the file counts.
  [[nodiscard]] virtual Place place() const = 0;
};

/// CSV or TSV: the separator (comma, semicolon, tab) is the one most used in the first lines;
/// quotes as in RFC 4180; UTF-8, or UTF-16 with its mark as Excel writes it. Throws Error
/// rows.not-text.
[[nodiscard]] std::unique_ptr<CellTable> open_csv(std::string bytes, const std::string& file);

/// A table as rows. Throws Error rows.no-header, rows.missing-column.
[[nodiscard]] std::unique_ptr<RowSource> rows_of_table(std::unique_ptr<CellTable> table,
                                                       const std::string& file,
                                                       const std::vector<Field>& fields,
                                                       Diagnostics& found);

}  // namespace quyche
