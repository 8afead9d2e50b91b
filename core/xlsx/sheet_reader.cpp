#include "xlsx/sheet_reader.hpp"

#include <algorithm>
#include <utility>

#include "xlsx/workbook_package.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_most_merged_rows = 50'000'000;  // rows visited for merged ranges

class SheetReader {
 public:
  SheetReader(const WorkbookTables& tables, SheetCells& sheet, std::size_t& cells_left)
      : tables_(tables), sheet_(sheet), cells_left_(cells_left) {}

  void read(XmlScanner& scanner) {
    CellScanner cells(scanner, tables_, sheet_.name);
    while (cells.next()) keep(cells.at(), std::move(cells.cell()));
    for (const auto& range : cells.merged()) merge(range);
  }

 private:
  void keep(const CellPosition& at, Cell cell) {
    auto& rows = sheet_.rows;
    if (rows.size() <= at.row) {
      spend(at.row + 1 - rows.size());
      rows.resize(at.row + 1);
    }
    auto& row = rows[at.row];
    if (row.size() <= at.column) {
      spend(at.column + 1 - row.size());
      if (row.empty() && at.row > 0) row.reserve(rows[at.row - 1].size());
      row.resize(at.column + 1);
    }
    row[at.column] = std::move(cell);
  }

  // A cell far out makes room for all before it, so empty ones count as well.
  void spend(std::size_t cells) {
    if (cells > cells_left_) refuse_workbook("xlsx.too-large", tables_.file);
    cells_left_ -= cells;
  }

  void merge(const MergedRange& range) {
    const std::size_t end = std::min(range.last.row + 1, sheet_.rows.size());
    for (std::size_t row = range.first.row; row < end; ++row) {
      if (++merged_ > k_most_merged_rows) refuse_workbook("xlsx.too-large", tables_.file);
      clear_merged(range, row, sheet_.rows[row]);
    }
  }

  const WorkbookTables& tables_;
  SheetCells& sheet_;
  std::size_t& cells_left_;
  std::size_t merged_ = 0;
};

}  // namespace

void clear_merged(const MergedRange& range, std::size_t row, std::vector<Cell>& cells) {
  const std::size_t from = range.first.column + (row == range.first.row ? 1 : 0);
  const std::size_t to = std::min(range.last.column + 1, cells.size());
  for (std::size_t column = from; column < to; ++column) cells[column] = {};
}

void read_sheet(std::string_view part, const std::string& place, const WorkbookTables& tables,
                std::size_t& cells_left, SheetCells& sheet) {
  XmlScanner scanner(part, place);
  SheetReader(tables, sheet, cells_left).read(scanner);
}

}  // namespace quyche
