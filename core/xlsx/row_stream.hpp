#pragma once
// The rows of a sheet as packed XML, written as they come and set aside until the rest of the
// workbook is there (sheet_insert). For rosters of any length; keeps one piece in memory.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/deflate_stream.hpp"
#include "base/spill_file.hpp"
#include "xlsx/row_writer.hpp"

namespace quyche {

class RowStream final : public RowWriter {
 public:
  explicit RowStream(std::size_t columns);
  void begin(lxw_row_t row, std::size_t lines) override;
  void blank(lxw_col_t column, lxw_format* look) override;
  void number(lxw_col_t column, lxw_format* look, double value) override;
  void text(lxw_col_t column, lxw_format* look, const std::string& value) override;
  void formula(lxw_col_t column, lxw_format* look, const std::string& formula,
               double value) override;

  /// After the last row.
  void end();
  /// From 0; 0 when there are no rows.
  [[nodiscard]] lxw_row_t last_row() const { return row_; }
  [[nodiscard]] lxw_col_t last_column() const {
    return static_cast<lxw_col_t>(columns_.size() - 1);
  }
  [[nodiscard]] const PackedSum& sum() const { return stream_.sum(); }
  void read_packed(const std::function<void(std::string_view)>& take) { spill_.read(take); }

 private:
  struct Column {
    std::string start;  ///< `<c r="K`
    lxw_format* look = nullptr;
    std::string style;  ///< `" s="5"`
  };
  void open_cell(lxw_col_t column, lxw_format* look);
  void append_number(double value);
  void end_row();
  void pack(DeflateStream::End end);

  std::vector<Column> columns_;
  lxw_row_t row_ = 0;
  std::string row_name_;
  std::string xml_;
  std::string packed_;
  DeflateStream stream_;
  SpillFile spill_;
};

}  // namespace quyche
