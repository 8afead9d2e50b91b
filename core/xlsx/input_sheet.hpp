#pragma once
// The sheet a clerk types villages into: title, guidance, headings with notes, prepared rows whose
// cells refuse what does not fit. For input_workbook.

#include "xlsx/book.hpp"
#include "xlsx/help_sheets.hpp"
#include "xlsx/input_workbook.hpp"

namespace quyche {

void write_input_sheet(const InputWorkbook& input, const DropDowns& lists, Book& book,
                       lxw_worksheet* sheet);

}  // namespace quyche
