#pragma once
// One sheet of a roster being written. For roster_workbook, which owns the book.

#include <map>
#include <string>
#include <vector>

#include "xlsx/book.hpp"
#include "xlsx/roster_workbook.hpp"
#include "xlsx/row_writer.hpp"

namespace quyche {

/// The looks of a roster's cells, shared by its sheets.
struct RosterLooks {
  explicit RosterLooks(Book& book);
  lxw_format* organ;
  lxw_format* title;
  lxw_format* subtitle;
  lxw_format* head;
  lxw_format* head_date;
  lxw_format* text;
  lxw_format* centred;
  lxw_format* integer;
  lxw_format* date;
  lxw_format* rate;
  lxw_format* total_text;
  lxw_format* total_integer;
  lxw_format* total_rate;
  lxw_format* sign;
  std::map<std::string, lxw_format*> colours;  ///< by RRGGBB
  void add_colour(Book& book, const std::string& colour);
};

/// A day as sheets count it.
[[nodiscard]] double sheet_day(Date day);

class RosterSheet {
 public:
  /// `rows`: where the roster's rows go; the sheet around them is the library's.
  RosterSheet(lxw_worksheet* sheet, RowWriter& rows, const RosterDefinition& roster,
              const RosterLooks& looks);
  /// The row of headings; the roster's rows stand right below it.
  static constexpr lxw_row_t k_head_row = 5;

  void open(const RosterPage& page);
  /// `serial` from 1. Returns how many texts were cut.
  std::size_t write(const RosterCells& cells, std::size_t serial);
  /// Table, totals, signatures, print set-up.
  void close(Book& book, const RosterPage& page);
  [[nodiscard]] std::size_t rows() const { return rows_; }
  [[nodiscard]] lxw_worksheet* handle() const { return sheet_; }
  /// Below everything, where charts stand.
  [[nodiscard]] lxw_row_t chart_row() const;

 private:
  [[nodiscard]] lxw_col_t last_printed() const;
  void write_cell(lxw_col_t column, const std::string& text, std::size_t& cut);
  void take_numbers(const RosterCells& cells);
  [[nodiscard]] std::size_t lines_of(const RosterCells& cells) const;
  [[nodiscard]] double rate_of(const RosterColumn& about, const std::vector<double>& numbers) const;
  [[nodiscard]] double sum_of(const RosterColumn& about) const;
  [[nodiscard]] std::string rate_formula(lxw_row_t row, lxw_col_t column) const;
  [[nodiscard]] std::string sum_formula(lxw_row_t row, lxw_col_t column) const;
  [[nodiscard]] std::string count_formula(lxw_row_t row, lxw_col_t column) const;
  void write_totals(lxw_row_t row);
  void add_table();
  void add_rules();
  void add_colours(lxw_col_t column);
  [[nodiscard]] lxw_row_t row_after() const;
  void add_charts(Book& book, lxw_row_t row);
  [[nodiscard]] lxw_col_t column_of(const std::string& name) const;
  [[nodiscard]] std::string range(lxw_col_t column) const;

  lxw_worksheet* sheet_;
  RowWriter& row_writer_;
  const RosterDefinition& roster_;
  const RosterLooks& looks_;
  std::size_t rows_ = 0;
  std::vector<double> sums_;
  std::vector<double> row_numbers_;
};

}  // namespace quyche
