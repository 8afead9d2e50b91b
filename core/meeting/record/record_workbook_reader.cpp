#include <algorithm>

#include "base/text.hpp"
#include "meeting/record/record_workbook.hpp"
#include "xlsx/workbook_reader.hpp"

namespace quyche::meeting {
namespace {

constexpr std::size_t k_head_rows = 12;  // among which the headings stand

class WorkbookReader {
 public:
  WorkbookReader(const std::string& file, const RecordLayout& layout, Diagnostics& found)
      : file_(file), layout_(layout), found_(found) {}

  std::vector<RecordTable> read(const std::vector<SheetCells>& sheets) {
    std::vector<RecordTable> tables;
    for (const auto& cells : sheets) {
      const auto* sheet = find_sheet(cells);
      if (sheet == nullptr) continue;
      RecordTable table{sheet, {}};
      sheet_name_ = cells.name;
      if (sheet->shape == RecordShape::fields) {
        read_fields(cells, table);
      } else {
        read_rows(cells, table);
      }
      tables.push_back(std::move(table));
    }
    const bool is_record = std::any_of(tables.begin(), tables.end(), [&](const auto& table) {
      return table.sheet == &layout_.sheets.front();
    });
    if (!is_record) refuse(sheets);
    return tables;
  }

 private:
  [[noreturn]] void refuse(const std::vector<SheetCells>& sheets) const {
    std::string names;
    for (const auto& sheet : sheets) names += (names.empty() ? "" : ", ") + sheet.name;
    throw Error(Diagnostic{Severity::error,
                           {"meeting-record.not-a-record", {layout_.sheets.front().label, names}},
                           {file_, {}, {}, 0, 0},
                           {{"hint.meeting-record.new", {}}}});
  }

  /// Null for sheets that are the clerk's own; one that nearly has a name of ours is a finding.
  const RecordSheet* find_sheet(const SheetCells& cells) {
    const auto key = label_key(cells.name);
    if (key == label_key(layout_.lists_label)) return nullptr;
    std::vector<std::string> labels;
    for (const auto& sheet : layout_.sheets) {
      if (label_key(sheet.label) == key) return &sheet;
      labels.push_back(sheet.label);
    }
    if (const auto near = nearest(cells.name, labels); !near.empty()) {
      found_.add({Severity::error,
                  {"meeting-record.unknown-sheet", {cells.name}},
                  {file_, {{PlaceStep::Kind::sheet, cells.name}}, {}, 0, 0},
                  {{"hint.did-you-mean", {near}}}});
    }
    return nullptr;
  }

  static std::string text_at(const SheetCells& cells, std::size_t row, std::size_t column) {
    if (row >= cells.rows.size() || column >= cells.rows[row].size()) return {};
    return cells.rows[row][column].text;
  }

  [[nodiscard]] Place place_at(std::size_t row, std::size_t column) const {
    return {
        file_,
        {{PlaceStep::Kind::sheet, sheet_name_}, {PlaceStep::Kind::cell, cell_name(row, column)}},
        {},
        0,
        0};
  }

  void read_fields(const SheetCells& cells, RecordTable& table) {
    const auto& fields = table.sheet->fields;
    RecordRow read{{}, std::vector<RecordCell>(fields.size())};
    for (std::size_t row = 0; row < cells.rows.size(); ++row) {
      const auto label = text_at(cells, row, 0);
      const auto value = text_at(cells, row, 1);
      const auto at = field_named(fields, label);
      if (at) {
        read.cells[*at] = {value, place_at(row, 1)};
      } else if (!squeeze(value).empty()) {
        report_label(fields, label, place_at(row, 0));
      }
    }
    table.rows.push_back(std::move(read));
  }

  static std::optional<std::size_t> field_named(const std::vector<RecordField>& fields,
                                                const std::string& label) {
    const auto key = label_key(label);
    for (std::size_t at = 0; at < fields.size(); ++at) {
      if (label_key(fields[at].label) == key) return at;
    }
    return std::nullopt;
  }

  void report_label(const std::vector<RecordField>& fields, const std::string& label, Place place) {
    std::vector<std::string> labels;
    std::string all;
    for (const auto& field : fields) {
      labels.push_back(field.label);
      all += (all.empty() ? "" : ", ") + field.label;
    }
    std::vector<Text> hints;
    if (const auto near = nearest(label, labels); !near.empty()) {
      hints.push_back({"hint.did-you-mean", {near}});
    } else {
      hints.push_back({"hint.meeting-keys", {all}});
    }
    found_.add({Severity::error,
                {"meeting-record.unknown-label", {squeeze(label)}},
                std::move(place),
                std::move(hints)});
  }

  void read_rows(const SheetCells& cells, RecordTable& table) {
    const auto& sheet = *table.sheet;
    const auto head = find_head(cells, sheet);
    if (!head) {
      if (cells.rows.empty()) return;
      found_.add({Severity::error,
                  {"meeting-record.no-headings", {sheet.label, sheet.fields.front().label}},
                  {file_, {{PlaceStep::Kind::sheet, sheet_name_}}, {}, 0, 0},
                  {{"hint.meeting-record.new", {}}}});
      return;
    }
    const auto columns = columns_of(cells, sheet, *head);
    for (std::size_t row = *head + 1; row < cells.rows.size(); ++row) {
      RecordRow read{{}, std::vector<RecordCell>(sheet.fields.size())};
      for (std::size_t at = 0; at < sheet.fields.size(); ++at) {
        read.cells[at].place = place_at(row, columns.of_field[at].value_or(0));
        if (columns.of_field[at]) read.cells[at].text = text_at(cells, row, *columns.of_field[at]);
      }
      if (columns.number) read.number = text_at(cells, row, *columns.number);
      read.place = place_at(row, columns.number.value_or(0));
      table.rows.push_back(std::move(read));
    }
  }

  /// The first row with the heading of the first column of values.
  static std::optional<std::size_t> find_head(const SheetCells& cells, const RecordSheet& sheet) {
    for (std::size_t row = 0; row < std::min(cells.rows.size(), k_head_rows); ++row) {
      std::size_t known = 0;
      for (const auto& cell : cells.rows[row])
        known += field_named(sheet.fields, cell.text) ? 1U : 0U;
      if (known * 2 > sheet.fields.size()) return row;
    }
    return std::nullopt;
  }

  struct Columns {
    std::optional<std::size_t> number;
    std::vector<std::optional<std::size_t>> of_field;
  };

  Columns columns_of(const SheetCells& cells, const RecordSheet& sheet, std::size_t head) {
    Columns columns{{}, std::vector<std::optional<std::size_t>>(sheet.fields.size())};
    const auto number = label_key(sheet.parent.empty() ? layout_.number_word : sheet.parent);
    for (std::size_t column = 0; column < cells.rows[head].size(); ++column) {
      const auto label = text_at(cells, head, column);
      if (squeeze(label).empty()) continue;
      if (const auto at = field_named(sheet.fields, label)) {
        columns.of_field[*at] = column;
      } else if (label_key(label) == number) {
        columns.number = column;
      } else {
        report_label(sheet.fields, label, place_at(head, column));
      }
    }
    return columns;
  }

  const std::string& file_;
  const RecordLayout& layout_;
  Diagnostics& found_;
  std::string sheet_name_;
};

}  // namespace

std::vector<RecordTable> read_record_workbook(std::string_view bytes, const std::string& file,
                                              const RecordLayout& layout, Diagnostics& found) {
  return WorkbookReader(file, layout, found).read(read_workbook(bytes, file));
}

}  // namespace quyche::meeting
