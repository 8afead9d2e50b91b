#pragma once
// Where the rows of a roster go, cell by cell, each row once and from the top down: into a sheet of
// libxlsxwriter, which keeps them, or into a stream of their own (row_stream). For roster_sheet.

#include <xlsxwriter.h>

#include <cstddef>
#include <string>

namespace quyche {

constexpr double k_line_height = 16.5;  ///< points, of letters of 12 points

class RowWriter {
 public:
  RowWriter() = default;
  RowWriter(const RowWriter&) = delete;
  RowWriter& operator=(const RowWriter&) = delete;
  virtual ~RowWriter() = default;

  /// `lines`: of the longest text in it; programs that open the file may trust what it says.
  virtual void begin(lxw_row_t row, std::size_t lines) = 0;
  virtual void blank(lxw_col_t column, lxw_format* look) = 0;
  virtual void number(lxw_col_t column, lxw_format* look, double value) = 0;
  /// Never a formula, whatever it begins with.
  virtual void text(lxw_col_t column, lxw_format* look, const std::string& value) = 0;
  /// "=A1+B1" and what it gives.
  virtual void formula(lxw_col_t column, lxw_format* look, const std::string& formula,
                       double value) = 0;
};

/// Of sheets with charts: the library keeps in a chart what its cells hold.
class LibraryRows final : public RowWriter {
 public:
  explicit LibraryRows(lxw_worksheet* sheet) : sheet_(sheet) {}
  void begin(lxw_row_t row, std::size_t lines) override;
  void blank(lxw_col_t column, lxw_format* look) override;
  void number(lxw_col_t column, lxw_format* look, double value) override;
  void text(lxw_col_t column, lxw_format* look, const std::string& value) override;
  void formula(lxw_col_t column, lxw_format* look, const std::string& formula,
               double value) override;

 private:
  lxw_worksheet* sheet_;
  lxw_row_t row_ = 0;
};

}  // namespace quyche
