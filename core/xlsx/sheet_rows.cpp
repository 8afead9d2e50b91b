#include "xlsx/sheet_rows.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "base/word_search.hpp"
#include "xlsx/sheet_reader.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_most_rows_merged = 50'000'000;  // rows visited for merged ranges
constexpr std::string_view k_merged_mark = "mergeCell";

/// Looks for a mark in bytes that come in pieces.
class MarkSearch {
 public:
  void look(std::string_view piece) {
    if (found_) return;
    constexpr auto k_before = k_merged_mark.size() - 1;
    tail_.append(piece.substr(0, k_before));  // across the border
    found_ =
        tail_.find(k_merged_mark) != tail_.npos || find_word(piece, k_merged_mark) != piece.npos;
    if (piece.size() >= k_before) tail_ = piece.substr(piece.size() - k_before);
  }
  [[nodiscard]] bool found() const { return found_; }

 private:
  std::string tail_;
  bool found_ = false;
};

}  // namespace

SheetRows::SheetRows(std::shared_ptr<const OpenWorkbook> workbook, std::string name,
                     std::string part)
    : workbook_(std::move(workbook)),
      name_(std::move(name)),
      part_(std::move(part)),
      bytes_(workbook_->package.open(part_)) {}

// Merged ranges stand behind the cells they are about, so they are looked for before. Only then is
// a sheet that has some gone through twice.
void SheetRows::check() {
  is_checked_ = true;
  const auto place = workbook_->package.place_name(part_);
  MarkSearch merged;
  const bool is_sound = is_utf8(*bytes_, [&](std::string_view piece) { merged.look(piece); });
  if (!is_sound) (void)xml_text(all_bytes(*bytes_), place);
  if (!merged.found()) return;
  XmlScanner scanner(*bytes_, place);
  CellScanner cells(scanner, workbook_->tables, name_);
  while (cells.next()) {
  }
  merged_ = cells.merged();
  std::stable_sort(merged_.begin(), merged_.end(), [](const auto& left, const auto& right) {
    return left.first.row < right.first.row;
  });
}

void SheetRows::start() {
  if (!is_checked_) check();
  scanner_ = std::make_unique<XmlScanner>(*bytes_, workbook_->package.place_name(part_));
  cells_.emplace(*scanner_, workbook_->tables, name_);
  rows_ = 0;
  cells_left_ = k_most_sheet_cells;
  merged_left_ = k_most_rows_merged;
  go_on();
}

void SheetRows::rewind() {
  cells_.reset();
  has_cell_ = false;
}

// To the next cell.
void SheetRows::go_on() {
  has_cell_ = cells_->next();
  if (has_cell_ && cells_->at().row < rows_) {
    cells_->refuse(cell_name(cells_->at().row, cells_->at().column));
  }
}

const std::vector<Cell>* SheetRows::next() {
  if (!cells_) start();
  row_.clear();
  if (!has_cell_) return nullptr;
  while (has_cell_ && cells_->at().row == rows_) {
    put(std::move(cells_->cell()));
    go_on();
  }
  clear_under_merged();
  ++rows_;
  const auto cost = row_.size() + 1;
  if (cost > cells_left_) refuse_workbook("xlsx.too-large", workbook_->tables.file);
  cells_left_ -= cost;
  return &row_;
}

void SheetRows::put(Cell cell) {
  const auto column = cells_->at().column;
  if (row_.size() <= column) row_.resize(column + 1);
  row_[column] = std::move(cell);
}

void SheetRows::clear_under_merged() {
  for (const auto& range : merged_) {
    if (range.first.row > rows_) return;
    if (range.last.row < rows_) continue;
    if (merged_left_-- == 0) refuse_workbook("xlsx.too-large", workbook_->tables.file);
    clear_merged(range, rows_, row_);
  }
}

}  // namespace quyche
