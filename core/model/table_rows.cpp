#include "model/table_rows.hpp"

#include <algorithm>
#include <utility>

#include "base/date.hpp"
#include "base/legacy_encoding.hpp"
#include "base/text.hpp"
#include "model/canonical_value.hpp"
#include "model/cell_error.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_header_rows = 20;

bool is_blank(const Cell& cell) {
  const auto& text = cell.text;
  if (cell.kind == Cell::Kind::empty) return true;
  if (cell.kind == Cell::Kind::error) return false;  // also of a formula without a result
  return text.find_first_not_of(" \t\r\n") == std::string::npos || squeeze(text).empty();
}

// The row "(1) (2) (3)" that papers number their columns with.
bool is_numbering(const std::vector<Cell>& cells) {
  bool any = false;
  for (const auto& cell : cells) {
    if (is_blank(cell)) continue;
    const auto text = squeeze(cell.text);
    const bool numbers = text.size() >= 3 && text.front() == '(' && text.back() == ')' &&
                         std::all_of(text.begin() + 1, text.end() - 1,
                                     [](char byte) { return byte >= '0' && byte <= '9'; });
    if (!numbers) return false;
    any = true;
  }
  return any;
}

// What a clerk sees in the cell: a day that stands in a column of text is shown as a day.
std::string seen_text(const Cell& cell, const Field& field) {
  if (cell.kind != Cell::Kind::date || field.type == FieldType::date) return cell.text;
  const auto day = date_from_iso(cell.text);
  return day ? short_date(*day) : cell.text;
}

void set_heading(CellTable& table, std::size_t column, const Field& field, TableHeader& header) {
  for (auto next = header.cells.size(); next <= column; ++next) {
    header.cells.emplace_back();
    header.columns.push_back(nullptr);
    header.places.push_back(table.place(next));
  }
  header.columns[column] = &field;
  header.cells[column].text = field.label;
  header.cells[column].kind = Cell::Kind::text;
}

// "Trình độ" over "GDPT" and "chuyên môn", "Ngày sinh" over "Nam" and "Nữ": headings of two rows,
// the upper one often merged over several columns.
void read_lower_headings(CellTable& table, const HeaderMatch& match, TableHeader& header) {
  const std::vector<Cell>* lower = nullptr;
  table.rewind();
  for (std::size_t record = 0; record <= header.end; ++record) lower = table.next();
  if (lower == nullptr) return;
  std::string above;
  bool any = false;
  for (std::size_t column = 0; column < lower->size(); ++column) {
    const auto& below = (*lower)[column];
    if (column < header.cells.size() && !is_blank(header.cells[column])) {
      above = header.cells[column].text;
    }
    if (above.empty() || below.kind != Cell::Kind::text) continue;
    const auto* field = match.whole(above + " " + below.text);
    if (field == nullptr) field = match.whole(above + " (" + below.text + ")");
    if (field == nullptr) continue;
    set_heading(table, column, *field, header);
    any = true;
  }
  if (any) ++header.end;
}

class TableRows final : public RowSource {
 public:
  TableRows(std::unique_ptr<CellTable> table, const std::vector<Field>& fields, Diagnostics& found)
      : table_(std::move(table)), match_(fields) {
    auto header = find_header(*table_, match_);
    if (header.end == 0) refuse_headless(table_->place().file);
    Diagnostics about;
    match_.check(header, about);
    about.throw_if_errors();
    found.add(about.findings());
    columns_ = std::move(header.columns);
    header_end_ = header.end;
    rewind();
  }

  bool next(Row& row, Diagnostics& found) override {
    row.values.clear();
    row.refused.clear();
    while (const auto* cells = table_->next()) {
      if (!is_ours(*cells) || is_numbering(*cells)) continue;
      row.place = table_->place();
      take(*cells, row, found);
      report_legacy(row, found);
      return true;
    }
    return false;
  }

  void rewind() override {
    table_->rewind();
    for (std::size_t record = 0; record < header_end_; ++record) table_->next();
  }

 private:
  // Whether anything stands in our columns; running numbers typed ahead make no village.
  [[nodiscard]] bool is_ours(const std::vector<Cell>& cells) const {
    for (std::size_t column = 0; column < cells.size() && column < columns_.size(); ++column) {
      if (columns_[column] != nullptr && !is_blank(cells[column])) return true;
    }
    return false;
  }

  void take(const std::vector<Cell>& cells, Row& row, Diagnostics& found) {
    for (std::size_t column = 0; column < cells.size() && column < columns_.size(); ++column) {
      const auto& cell = cells[column];
      const auto* field = columns_[column];
      if (field == nullptr || cell.kind == Cell::Kind::empty) continue;
      const auto place = table_->place(column);
      if (cell.kind == Cell::Kind::error) {
        found.add(cell_error(cell, field->label, place));
        row.refused.push_back(field->name);
        continue;
      }
      auto value = values_.convert(*field, seen_text(cell, *field), place, found);
      if (!value) {
        row.refused.push_back(field->name);
      } else if (!value->empty()) {
        row.values[field->name] = std::move(*value);
      }
    }
  }

  // One or two words may pass for proper text; a whole row of the old encodings does not.
  static void report_legacy(const Row& row, Diagnostics& found) {
    std::string all;
    for (const auto& [name, value] : row.values) all += value + " ";
    const auto legacy = detect_legacy(all);
    if (!legacy) return;
    found.add({Severity::error,
               {"rows.legacy-text", {encoding_name(*legacy), squeeze(from_legacy(all, *legacy))}},
               row.place,
               {{"hint.legacy-text", {}}}});
  }

  std::unique_ptr<CellTable> table_;
  HeaderMatch match_;
  CanonicalValues values_;
  Columns columns_;
  std::size_t header_end_ = 0;
};

}  // namespace

TableHeader find_header(CellTable& table, const HeaderMatch& match) {
  TableHeader header;
  std::size_t best = 1;
  table.rewind();
  for (std::size_t record = 1; record <= k_header_rows; ++record) {
    const auto* cells = table.next();
    if (cells == nullptr) break;
    auto matched = match.match(*cells);
    // Names and labels stand in two rows; the data begin below both, whichever match better.
    if (matched.known > 1 && header.end == record - 1 && header.end > 0) header.end = record;
    if (matched.known <= 1 || matched.known < best) continue;
    best = matched.known;
    header = {std::move(matched.columns), *cells, table.place(), {}, record};
    for (std::size_t column = 0; column < cells->size(); ++column) {
      header.places.push_back(table.place(column));
    }
  }
  if (header.end > 0) read_lower_headings(table, match, header);
  return header;
}

std::unique_ptr<RowSource> rows_of_table(std::unique_ptr<CellTable> table,
                                         const std::vector<Field>& fields, Diagnostics& found) {
  return std::make_unique<TableRows>(std::move(table), fields, found);
}

void refuse_headless(const std::string& file) {
  throw Error(Diagnostic{Severity::error,
                         {"rows.no-header", {std::to_string(k_header_rows)}},
                         {file, {}, {}, 0, 0},
                         {{"hint.input-workbook", {}}}});
}

}  // namespace quyche
