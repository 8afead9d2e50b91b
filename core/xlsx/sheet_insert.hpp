#pragma once
// Rows that were streamed, put into the workbook that libxlsxwriter wrote around them: everything
// else of it is copied as it is packed. For roster_workbook.

#include <memory>
#include <string>
#include <vector>

#include "xlsx/row_stream.hpp"

namespace quyche {

struct InsertedRows {
  std::size_t sheet = 1;   ///< from 1, in the order of the tabs
  lxw_row_t head_row = 0;  ///< the rows stand right below it
  std::unique_ptr<RowStream> rows;
};

/// Writes the workbook at `path` again. The streams are ended. Throws Error file.*,
/// archive.too-large.
void insert_rows(const std::string& path, const std::vector<InsertedRows>& inserted);

}  // namespace quyche
