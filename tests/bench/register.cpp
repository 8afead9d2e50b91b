// What the register's spreadsheets are measured against, and reading alone:
//   quyche_register_bench write ROWS.csv OUT.xlsx   a bare loop of libxlsxwriter, constant memory
//   quyche_register_bench read FILE.xlsx            every cell of the first sheet
// Prints CPU seconds of the loop alone.

#include <xlsxwriter.h>

#include <ctime>
#include <iostream>

#include "base/environment.hpp"
#include "model/csv_table.hpp"
#include "model/xlsx_rows.hpp"

namespace quyche {
namespace {

double cpu_now() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::vector<std::vector<std::string>> rows_of(const std::string& path) {
  const DiskFiles files;
  const auto table = open_csv(files.read(path), path);
  std::vector<std::vector<std::string>> rows;
  while (const auto* cells = table->next()) {
    auto& row = rows.emplace_back();
    for (const auto& cell : *cells) row.push_back(cell.text);
  }
  return rows;
}

void write(const std::string& from, const std::string& path) {
  const auto rows = rows_of(from);
  const auto start = cpu_now();
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  auto* book = workbook_new_opt(path.c_str(), &options);
  auto* sheet = workbook_add_worksheet(book, nullptr);
  auto* look = workbook_add_format(book);
  format_set_border(look, LXW_BORDER_THIN);
  lxw_row_t row = 0;
  for (const auto& cells : rows) {
    for (std::size_t column = 0; column < cells.size(); ++column) {
      worksheet_write_string(sheet, row, static_cast<lxw_col_t>(column), cells[column].c_str(),
                             look);
    }
    ++row;
  }
  if (workbook_close(book) != LXW_NO_ERROR) std::cerr << "not written\n";
  std::cout << cpu_now() - start << "\n";
}

void read(const std::string& path) {
  const DiskFiles files;
  const auto bytes = files.read(path);
  const auto start = cpu_now();
  std::size_t cells = 0;
  for (const auto& table : sheet_tables(bytes, path)) {
    while (const auto* row = table->next()) cells += row->size();
  }
  std::cout << cpu_now() - start << " " << cells << "\n";
}

}  // namespace
}  // namespace quyche

int main(int count, char** arguments) {
  const std::string mode = count > 1 ? arguments[1] : "";
  if (mode == "write" && count == 4) {
    quyche::write(arguments[2], arguments[3]);
  } else if (mode == "read" && count == 3) {
    quyche::read(arguments[2]);
  } else {
    return 2;
  }
  return 0;
}
