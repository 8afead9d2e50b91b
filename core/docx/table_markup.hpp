#pragma once
// The opening and closing of tables, rows and cells; what stands in a cell is written by others and
// must end in a paragraph. Widths in twips.

#include <span>
#include <string>
#include <string_view>

namespace quyche {

void open_table(std::string& out, std::string_view style, std::span<const int> columns);
void close_table(std::string& out);
/// `is_head`: repeated on every page. No row breaks over a page.
void open_row(std::string& out, bool is_head = false);
void close_row(std::string& out);
/// A cell over `columns` of the grid, as wide as they are together.
void open_cell(std::string& out, std::span<const int> columns);
void close_cell(std::string& out);

}  // namespace quyche
