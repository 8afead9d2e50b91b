#include "xlsx/input_workbook.hpp"

#include "xlsx/book.hpp"
#include "xlsx/help_sheets.hpp"
#include "xlsx/input_sheet.hpp"

namespace quyche {

void write_input_workbook(const InputWorkbook& workbook, const std::string& path) {
  Book book(path);
  book.set_properties(workbook.title, workbook.created);
  auto* data = book.add_sheet(workbook.data_sheet);
  auto* guide = book.add_sheet(workbook.guide_sheet);
  auto* units = book.add_sheet(workbook.unit_sheet);
  write_guide(workbook, book, guide);
  const auto lists = write_units(workbook, book, units);
  write_input_sheet(workbook, lists, book, data);
  book.close();
}

}  // namespace quyche
