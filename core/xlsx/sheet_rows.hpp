#pragma once
// The rows of a sheet one after the other, without keeping them: for lists of any length. Shares
// the packed workbook and its tables with the other sheets.

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "xlsx/cell_scanner.hpp"
#include "xlsx/workbook_package.hpp"

namespace quyche {

/// A workbook, packed, and what its sheets are read with.
struct OpenWorkbook {
  OpenWorkbook(std::string packed, const std::string& file)
      : bytes(std::move(packed)), package(bytes, file) {
    tables.file = file;
  }
  OpenWorkbook(const OpenWorkbook&) = delete;
  OpenWorkbook& operator=(const OpenWorkbook&) = delete;
  ~OpenWorkbook() = default;

  std::string bytes;
  WorkbookPackage package;
  WorkbookTables tables;
};

class SheetRows {
 public:
  SheetRows(std::shared_ptr<const OpenWorkbook> workbook, std::string name, std::string part);

  [[nodiscard]] const std::string& name() const { return name_; }
  /// The cells of the next row, also of an empty one between others; null behind the last. Good
  /// until the next call. Throws Error as read_workbook does, and xlsx.bad-cell where rows do not
  /// stand in their order.
  const std::vector<Cell>* next();
  void rewind();

 private:
  void check();
  void start();
  void go_on();
  void put(Cell cell);
  void clear_under_merged();

  std::shared_ptr<const OpenWorkbook> workbook_;
  std::string name_;
  std::string part_;
  std::unique_ptr<ByteSource> bytes_;
  std::unique_ptr<XmlScanner> scanner_;
  std::optional<CellScanner> cells_;
  std::vector<MergedRange> merged_;  ///< in the order of their first rows
  std::vector<Cell> row_;
  std::size_t rows_ = 0;  ///< given so far
  std::size_t cells_left_ = 0;
  std::size_t merged_left_ = 0;
  bool is_checked_ = false;
  bool has_cell_ = false;  ///< cells_ is at one that was not given yet
};

/// The visible sheets in the order of their tabs. Throws Error xlsx.not-a-workbook, archive.*,
/// xml.*.
[[nodiscard]] std::vector<std::unique_ptr<SheetRows>> open_workbook(std::string bytes,
                                                                    const std::string& file);

}  // namespace quyche
