#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "compare/word_blocks.hpp"
#include "docx/form.hpp"
#include "meeting/record/record_form.hpp"
#include "model/word/word_package.hpp"

namespace quyche::meeting {
namespace {

/// Lines without the empty ones at both ends.
std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\n");
  if (first == std::string::npos) return {};
  const auto last = text.find_last_not_of(" \t\n");
  const auto line = text.rfind('\n', first);
  const auto start = line == std::string::npos ? 0 : line + 1;
  return text.substr(start, last + 1 - start);
}

class FormReader {
 public:
  FormReader(const std::string& file, const RecordLayout& layout, Diagnostics& found)
      : file_(file), layout_(layout), found_(found) {
    for (const auto& sheet : layout_.sheets) {
      headings_.emplace(label_key(part_heading(layout_, sheet)), &sheet);
      tables_.push_back({&sheet, {}});
      if (sheet.shape != RecordShape::fields) continue;
      tables_.back().rows.push_back({{}, std::vector<RecordCell>(sheet.fields.size())});
    }
  }

  std::vector<RecordTable> read(std::string_view bytes) {
    const auto parts = word::open_word(bytes, file_);
    for (const auto& block : read_word_blocks(parts.document, parts.styles, file_).blocks) {
      if (block.is_table) {
        take_table(block);
      } else {
        take_paragraph(block.text);
      }
    }
    if (current_ == nullptr) {
      throw Error(
          Diagnostic{Severity::error,
                     {"meeting-record.not-a-form", {part_heading(layout_, layout_.sheets.front())}},
                     {file_, {}, {}, 0, 0},
                     {{"hint.meeting-record.new", {}}}});
    }
    settle_apart();
    take_blanks(Form(bytes, file_));
    return std::move(tables_);
  }

 private:
  /// A long text and what it belongs to.
  struct Apart {
    RecordTable* table;
    std::size_t column;
    std::string number;
    std::string text;
    Place place;
  };

  void take_paragraph(const std::string& text) {
    ++paragraph_;
    const auto key = label_key(text);
    if (const auto heading = headings_.find(key); heading != headings_.end()) {
      current_ = &tables_[static_cast<std::size_t>(heading->second - layout_.sheets.data())];
      in_apart_ = false;
    } else if (current_ != nullptr && !key.empty() && begin_apart(key)) {
      in_apart_ = true;
    } else if (in_apart_) {
      auto& apart = apart_.back();
      if (!apart.text.empty() || !squeeze(text).empty()) {
        apart.text += (apart.text.empty() ? "" : "\n") + text;
      }
    }
  }

  bool begin_apart(const std::string& key) {
    const auto& fields = current_->sheet->fields;
    for (std::size_t column = 0; column < fields.size(); ++column) {
      if (!fields[column].is_apart) continue;
      const auto start = label_key(apart_heading(layout_, fields[column], ""));
      if (!key.starts_with(start)) continue;
      const auto number = squeeze(key.substr(start.size()));
      if (number.empty() || number.find_first_not_of("0123456789") != std::string::npos) continue;
      Place place{file_, {{PlaceStep::Kind::paragraph, std::to_string(paragraph_)}}, {}, 0, 0};
      apart_.push_back({current_, column, number, {}, std::move(place)});
      return true;
    }
    return false;
  }

  void take_table(const Block& block) {
    in_apart_ = false;
    if (current_ == nullptr) return;
    if (current_->sheet->shape == RecordShape::fields) {
      take_fields(block);
    } else if (!block.rows.empty()) {
      take_rows(block);
    }
  }

  static std::string text_of_cell(const TableRow& row, std::size_t column) {
    return column < row.cells.size() ? text_of(row.cells[column].blocks) : std::string();
  }

  /// What a clerk typed; nothing where the placeholder still stands.
  [[nodiscard]] std::string value_of_cell(const TableRow& row, std::size_t column,
                                          const RecordField& field) const {
    auto text = trimmed(text_of_cell(row, column));
    const auto shown = squeeze(text);
    const bool is_placeholder =
        shown == "[" + field.label + "]" || shown == "[" + layout_.choose_word + "]";
    return is_placeholder ? std::string() : text;
  }

  [[nodiscard]] Place place_of(std::size_t row, const std::string& column) const {
    return {file_,
            {{PlaceStep::Kind::table, "«" + current_->sheet->label + "»"},
             {PlaceStep::Kind::row, std::to_string(row + 1)},
             {PlaceStep::Kind::column, "«" + column + "»"}},
            {},
            0,
            0};
  }

  void take_fields(const Block& block) {
    const auto& fields = current_->sheet->fields;
    for (std::size_t row = 0; row < block.rows.size(); ++row) {
      const auto label = text_of_cell(block.rows[row], 0);
      const auto at = field_named(fields, label);
      if (at) {
        current_->rows.front().cells[*at] = {value_of_cell(block.rows[row], 1, fields[*at]),
                                             place_of(row, fields[*at].label)};
      } else if (!squeeze(text_of_cell(block.rows[row], 1)).empty()) {
        report_label(fields, label, row);
      }
    }
  }

  static std::optional<std::size_t> field_named(const std::vector<RecordField>& fields,
                                                const std::string& label) {
    const auto key = label_key(label);
    for (std::size_t at = 0; at < fields.size(); ++at) {
      if (label_key(fields[at].label) == key) return at;
    }
    return std::nullopt;
  }

  void report_label(const std::vector<RecordField>& fields, const std::string& label,
                    std::size_t row) {
    std::vector<std::string> labels;
    for (const auto& field : fields) labels.push_back(field.label);
    std::vector<Text> hints;
    if (const auto near = nearest(label, labels); !near.empty()) {
      hints.push_back({"hint.did-you-mean", {near}});
    }
    found_.add({Severity::error,
                {"meeting-record.unknown-label", {squeeze(label)}},
                place_of(row, squeeze(label)),
                std::move(hints)});
  }

  void take_rows(const Block& block) {
    const auto& sheet = *current_->sheet;
    std::vector<std::optional<std::size_t>> columns;
    for (std::size_t column = 0; column < block.rows.front().cells.size(); ++column) {
      columns.push_back(field_named(sheet.fields, text_of_cell(block.rows.front(), column)));
      if (columns.back() || column == 0) continue;
      report_label(sheet.fields, text_of_cell(block.rows.front(), column), 0);
    }
    for (std::size_t row = 1; row < block.rows.size(); ++row) {
      RecordRow read{squeeze(text_of_cell(block.rows[row], 0)),
                     std::vector<RecordCell>(sheet.fields.size())};
      read.place = place_of(row, squeeze(text_of_cell(block.rows.front(), 0)));
      for (std::size_t column = 1; column < columns.size(); ++column) {
        if (!columns[column]) continue;
        const auto& field = sheet.fields[*columns[column]];
        read.cells[*columns[column]] = {value_of_cell(block.rows[row], column, field),
                                        place_of(row, field.label)};
      }
      current_->rows.push_back(std::move(read));
    }
  }

  void settle_apart() {
    for (auto& apart : apart_) {
      apart.text = trimmed(apart.text);
      auto& rows = apart.table->rows;
      const auto row = std::find_if(rows.begin(), rows.end(), [&](const RecordRow& one) {
        return one.number == apart.number;
      });
      if (row != rows.end()) {
        row->cells[apart.column] = {std::move(apart.text), std::move(apart.place)};
      } else if (!apart.text.empty()) {
        const auto& sheet = *apart.table->sheet;
        found_.add({Severity::error,
                    {"meeting-record.no-row", {sheet.fields[apart.column].label, apart.number}},
                    std::move(apart.place),
                    {{"hint.meeting-record.parent", {sheet.label}}}});
      }
    }
  }

  // A label that somebody reworded: the blank beside it still has its bookmark.
  void take_blanks(const Form& form) {
    for (auto& table : tables_) {
      if (table.sheet->shape != RecordShape::fields) continue;
      for (std::size_t at = 0; at < table.sheet->fields.size(); ++at) {
        auto& cell = table.rows.front().cells[at];
        if (cell.place.file.empty()) take_blank(form, *table.sheet, table.sheet->fields[at], cell);
      }
    }
  }

  void take_blank(const Form& form, const RecordSheet& sheet, const RecordField& field,
                  RecordCell& cell) {
    for (const auto& blank : form.blanks()) {
      if (blank.field != blank_name(sheet, field) || blank.text == "[" + field.label + "]")
        continue;
      cell.text = blank.text;
      cell.place = {
          file_, {{PlaceStep::Kind::paragraph, std::to_string(blank.paragraph)}}, {}, 0, 0};
    }
  }

  const std::string& file_;
  const RecordLayout& layout_;
  Diagnostics& found_;
  std::map<std::string, const RecordSheet*> headings_;
  std::vector<RecordTable> tables_;
  std::vector<Apart> apart_;
  RecordTable* current_ = nullptr;
  bool in_apart_ = false;
  std::size_t paragraph_ = 0;
};

}  // namespace

std::vector<RecordTable> read_record_form(std::string_view bytes, const std::string& file,
                                          const RecordLayout& layout, Diagnostics& found) {
  return FormReader(file, layout, found).read(bytes);
}

}  // namespace quyche::meeting
