#include "xlsx/row_writer.hpp"

namespace quyche {

void LibraryRows::begin(lxw_row_t row, std::size_t lines) {
  row_ = row;
  if (lines > 1)
    worksheet_set_row(sheet_, row, k_line_height * static_cast<double>(lines), nullptr);
}

void LibraryRows::blank(lxw_col_t column, lxw_format* look) {
  worksheet_write_blank(sheet_, row_, column, look);
}

void LibraryRows::number(lxw_col_t column, lxw_format* look, double value) {
  worksheet_write_number(sheet_, row_, column, value, look);
}

void LibraryRows::text(lxw_col_t column, lxw_format* look, const std::string& value) {
  worksheet_write_string(sheet_, row_, column, value.c_str(), look);
}

void LibraryRows::formula(lxw_col_t column, lxw_format* look, const std::string& formula,
                          double value) {
  worksheet_write_formula_num(sheet_, row_, column, formula.c_str(), look, value);
}

}  // namespace quyche
