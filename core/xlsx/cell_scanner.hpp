#pragma once
// The cells of one sheet in the order of its XML, one after the other: sheets are too large for a
// tree. For sheet_reader and sheet_rows. Owns nothing but the cell at hand.

#include <cstddef>
#include <string>
#include <vector>

#include "base/xml_scanner.hpp"
#include "xlsx/number_format.hpp"
#include "xlsx/workbook_reader.hpp"

namespace quyche {

/// What the cells of every sheet share.
struct WorkbookTables {
  std::string file;
  std::vector<std::string> strings;
  std::vector<bool> date_formats;
  DateSystem date_system = DateSystem::from_1900;
};

/// Row and column, from 0.
struct CellPosition {
  std::size_t row = 0;
  std::size_t column = 0;
};

/// What stands under a merged range, but for its first cell, is not seen by the clerk.
struct MergedRange {
  CellPosition first;
  CellPosition last;
};

class CellScanner {
 public:
  /// `sheet`: its name, for findings.
  CellScanner(XmlScanner& scanner, const WorkbookTables& tables, std::string sheet)
      : scanner_(scanner), tables_(tables), sheet_(std::move(sheet)) {}

  /// Goes to the next cell that has something in it; false behind the last. Throws Error
  /// xlsx.bad-cell, xml.*.
  bool next();
  [[nodiscard]] const CellPosition& at() const { return at_; }
  [[nodiscard]] Cell& cell() { return cell_; }
  /// Of the part so far: they stand behind the cells.
  [[nodiscard]] const std::vector<MergedRange>& merged() const { return merged_; }
  /// Throws Error xlsx.bad-cell.
  [[noreturn]] void refuse(const std::string& name) const;

 private:
  void start_row();
  bool read_cell();
  Cell read_content();
  [[nodiscard]] bool lacks_result() const;
  Cell value_cell();
  Cell number_cell();
  void merge();

  XmlScanner& scanner_;
  const WorkbookTables& tables_;
  std::string sheet_;
  CellPosition at_;
  CellPosition next_;
  std::size_t next_row_ = 0;
  std::size_t format_ = 0;
  std::string type_;
  std::string raw_;
  Cell cell_;
  std::vector<MergedRange> merged_;
  bool in_data_ = false;
  bool is_formula_ = false;
};

}  // namespace quyche
