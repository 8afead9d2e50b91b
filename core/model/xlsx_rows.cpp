#include "model/xlsx_rows.hpp"

#include "model/csv_rows.hpp"
#include "model/header_match.hpp"
#include "xlsx/workbook_reader.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_header_rows = 20;

std::vector<std::string> texts_of(const std::vector<Cell>& row) {
  std::vector<std::string> texts;
  texts.reserve(row.size());
  for (const auto& cell : row) {
    texts.push_back(cell.kind == Cell::Kind::error ? std::string() : cell.text);
  }
  return texts;
}

class SheetTable final : public CellTable {
 public:
  SheetTable(SheetCells sheet, std::string file)
      : sheet_(std::move(sheet)), file_(std::move(file)) {}

  bool next(std::vector<std::string>& cells) override {
    if (at_ >= sheet_.rows.size()) return false;
    cells = texts_of(sheet_.rows[at_++]);
    return true;
  }
  void rewind() override { at_ = 0; }
  [[nodiscard]] Place place() const override {
    return {file_,
            {{PlaceStep::Kind::sheet, sheet_.name}, {PlaceStep::Kind::row, std::to_string(at_)}},
            {},
            0,
            0};
  }

 private:
  SheetCells sheet_;
  std::string file_;
  std::size_t at_ = 0;
};

bool has_header(const SheetCells& sheet, const HeaderMatch& match) {
  for (std::size_t i = 0; i < sheet.rows.size() && i < k_header_rows; ++i) {
    if (match.match(texts_of(sheet.rows[i]))) return true;
  }
  return false;
}

}  // namespace

std::unique_ptr<RowSource> open_workbook_rows(std::string_view bytes, const std::string& file,
                                              const std::vector<Field>& fields,
                                              Diagnostics& found) {
  auto sheets = read_workbook(bytes, file);
  const HeaderMatch match(fields);
  for (auto& sheet : sheets) {
    if (sheet.hidden || !has_header(sheet, match)) continue;
    return rows_of_table(std::make_unique<SheetTable>(std::move(sheet), file), file, fields, found);
  }
  throw Error(Diagnostic{Severity::error,
                         {"rows.no-header", {std::to_string(k_header_rows)}},
                         {file, {}, {}, 0, 0},
                         {{"hint.input-workbook", {}}}});
}

}  // namespace quyche
