#include "model/xlsx_rows.hpp"

#include <utility>

#include "model/table_rows.hpp"
#include "xlsx/sheet_rows.hpp"

namespace quyche {
namespace {

class SheetTable final : public CellTable {
 public:
  SheetTable(std::unique_ptr<SheetRows> sheet, std::string file)
      : sheet_(std::move(sheet)), file_(std::move(file)) {}

  const std::vector<Cell>* next() override {
    const auto* cells = sheet_->next();
    if (cells != nullptr) ++at_;
    return cells;
  }
  void rewind() override {
    sheet_->rewind();
    at_ = 0;
  }

  [[nodiscard]] Place place() const override {
    return in_sheet({PlaceStep::Kind::row, std::to_string(at_)});
  }
  [[nodiscard]] Place place(std::size_t column) const override {
    return in_sheet({PlaceStep::Kind::cell, cell_name(at_ - 1, column)});
  }

 private:
  [[nodiscard]] Place in_sheet(PlaceStep step) const {
    return {file_, {{PlaceStep::Kind::sheet, sheet_->name()}, std::move(step)}, {}, 0, 0};
  }

  std::unique_ptr<SheetRows> sheet_;
  std::string file_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<std::unique_ptr<CellTable>> sheet_tables(std::string bytes, const std::string& file) {
  std::vector<std::unique_ptr<CellTable>> tables;
  for (auto& sheet : open_workbook(std::move(bytes), file)) {
    tables.push_back(std::make_unique<SheetTable>(std::move(sheet), file));
  }
  return tables;
}

std::unique_ptr<RowSource> open_workbook_rows(std::string bytes, const std::string& file,
                                              const std::vector<Field>& fields,
                                              Diagnostics& found) {
  const HeaderMatch match(fields);
  for (auto& table : sheet_tables(std::move(bytes), file)) {
    if (find_header(*table, match).end == 0) continue;
    return rows_of_table(std::move(table), fields, found);
  }
  refuse_headless(file);
}

}  // namespace quyche
