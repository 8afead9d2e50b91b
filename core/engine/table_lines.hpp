#pragma once
// Rows of a spreadsheet or CSV table as rows of data: the columns are the names that a template
// asks for. For `render --each`; owns the table.

#include <memory>
#include <string>
#include <vector>

#include "base/environment.hpp"
#include "engine/data_lines.hpp"

namespace quyche {

/// Whether the file is a table by its ending (.xlsx, .csv, .tsv).
[[nodiscard]] bool is_table(const std::string& file);

/// Whether nothing is in the file that render could read, by its ending (.xls, .ods, .docx …).
[[nodiscard]] bool is_other_file(const std::string& file);

/// A name that a template asks for.
struct WantedName {
  std::string name;
  bool is_required = false;
};

/// The first sheet with a row of headings among its first 20 that holds one of the names: small or
/// capital letters, spaces or "_", with tones or without ("Họ và tên" for ho_va_ten). Of each row
/// below: numbers and truth values as such, dates as "05/02/2018", all else as text, empty cells as
/// empty text. A column of no name is called by its heading, "_" for spaces. Throws Error
/// render.no-header, render.missing-columns, and those of the readers.
[[nodiscard]] std::unique_ptr<DataLines> open_table_lines(const Files& files,
                                                          const std::string& file,
                                                          const std::vector<WantedName>& names);

}  // namespace quyche
