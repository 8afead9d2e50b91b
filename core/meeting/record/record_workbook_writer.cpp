#include <algorithm>
#include <cmath>
#include <map>

#include "base/date.hpp"
#include "base/text.hpp"
#include "meeting/record/long_text.hpp"
#include "meeting/record/record_workbook.hpp"
#include "xlsx/book.hpp"
#include "xlsx/workbook_reader.hpp"

namespace quyche::meeting {
namespace {

constexpr lxw_row_t k_head = 2;            // of sheets of rows; above it title and guide
constexpr lxw_row_t k_first = k_head + 1;  // of the rows
constexpr lxw_row_t k_rows_ruled = 1'000;  // rows below the last that still offer lists
constexpr double k_line = 16.5;            // points
constexpr double k_highest = 400;          // of a row; Excel's limit is 409
constexpr double k_label_letters = 36;
constexpr double k_value_letters = 56;
constexpr double k_hint_letters = 50;
constexpr double k_number_letters = 8;
constexpr std::size_t k_cell_letters = 1'200;   // that a cell still shows
constexpr std::size_t k_longest_hint = 250;     // letters; Excel's limit is 255
constexpr std::size_t k_longest_cell = 32'000;  // bytes; Excel's limit is 32,767 letters

FieldType look_of(RecordType type) {
  if (type == RecordType::day) return FieldType::date;
  return type == RecordType::count ? FieldType::integer : FieldType::text;
}

std::string shortened(const std::string& text) {
  return columns(text) <= k_longest_hint ? text : column_range(text, 0, k_longest_hint) + "…";
}

/// How many lines a text needs in a column of `width` letters.
std::size_t lines_of(const std::string& text, double width) {
  std::size_t lines = 0;
  const auto letters = static_cast<std::size_t>(std::max(width - 1, 1.0));
  for (std::size_t from = 0; from <= text.size();) {
    const auto end = std::min(text.find('\n', from), text.size());
    const auto length = columns(std::string_view(text).substr(from, end - from));
    lines += std::max<std::size_t>(1, (length + letters - 1) / letters);
    from = end + 1;
  }
  return lines;
}

double height_of(std::size_t lines) {
  return std::min(k_line * static_cast<double>(std::max<std::size_t>(lines, 1)) + 3, k_highest);
}

class WorkbookWriter {
 public:
  WorkbookWriter(const RecordLayout& layout, Kind kind, const std::string& path)
      : layout_(layout), kind_(kind), book_(path), path_(path) {
    number_ = book_.look(12, false);
    format_set_align(number_, LXW_ALIGN_CENTER);
    format_set_border(number_, LXW_BORDER_THIN);
    label_ = book_.look(12, true);
    format_set_border(label_, LXW_BORDER_THIN);
    format_set_text_wrap(label_);
    format_set_bg_color(label_, 0xE7EEF7);
    hint_ = book_.look(11, false);
    format_set_italic(hint_);
    format_set_text_wrap(hint_);
  }

  void write(const std::vector<RecordTable>& tables, Date created) {
    std::vector<std::pair<lxw_worksheet*, const RecordTable*>> sheets;
    for (const auto& table : tables) {
      sheets.emplace_back(book_.add_sheet(table.sheet->label), &table);
    }
    auto* lists = book_.add_sheet(layout_.lists_label);
    write_lists(tables, lists);
    for (const auto& [sheet, table] : sheets) write_table(*table, sheet);
    worksheet_activate(sheets.front().first);
    book_.set_properties(layout_.title, created);
    found_.throw_if_errors();
    book_.close();
  }

 private:
  void write_lists(const std::vector<RecordTable>& tables, lxw_worksheet* sheet) {
    lxw_col_t column = 0;
    for (const auto& table : tables) {
      for (const auto& field : table.sheet->fields) {
        const auto words = words_of(layout_, field);
        const auto key = key_of(words);
        if (words.empty() || !lists_.emplace(key, range_of(column, words.size())).second) continue;
        write_list(sheet, column++, field, words);
      }
    }
    worksheet_freeze_panes(sheet, 1, 0);
    set_page(sheet, true);
  }

  static std::string key_of(const std::vector<std::string>& words) {
    std::string key;
    for (const auto& word : words) key += word + "\n";
    return key;
  }

  [[nodiscard]] std::string range_of(lxw_col_t column, std::size_t count) const {
    const auto name = cell_name(0, column);
    const auto letters = "$" + name.substr(0, name.size() - 1) + "$";
    return "='" + layout_.lists_label + "'!" + letters + "2:" + letters + std::to_string(count + 1);
  }

  void write_list(lxw_worksheet* sheet, lxw_col_t column, const RecordField& field,
                  const std::vector<std::string>& words) {
    auto width = columns(field.label);
    worksheet_write_string(sheet, 0, column, field.label.c_str(), book_.head());
    lxw_row_t row = 1;
    for (const auto& word : words) {
      width = std::max(width, columns(word));
      worksheet_write_string(sheet, row++, column, word.c_str(), book_.cell(FieldType::text));
    }
    worksheet_set_column(sheet, column, column, static_cast<double>(width) + 2, nullptr);
  }

  void write_table(const RecordTable& table, lxw_worksheet* sheet) {
    if (table.sheet->shape == RecordShape::fields) {
      write_fields(table, sheet);
    } else {
      write_rows(table, sheet);
    }
    worksheet_set_footer(sheet, "&C&P/&N");
  }

  void write_fields(const RecordTable& table, lxw_worksheet* sheet) {
    worksheet_set_column(sheet, 0, 0, k_label_letters, nullptr);
    worksheet_set_column(sheet, 1, 1, k_value_letters, nullptr);
    worksheet_set_column(sheet, 2, 2, k_hint_letters, nullptr);
    const auto& label = table.sheet->label;
    const bool is_first = table.sheet == &layout_.sheets.front();
    worksheet_write_string(sheet, 0, 0, (is_first ? layout_.title : label).c_str(), book_.title());
    lxw_row_t row = 1;
    if (is_first) {
      const double width = k_label_letters + k_value_letters + k_hint_letters;
      worksheet_merge_range(sheet, row, 0, row, 2, layout_.guide.c_str(), hint_);
      worksheet_set_row(sheet, row, height_of(lines_of(layout_.guide, width)), nullptr);
      ++row;
    }
    worksheet_freeze_panes(sheet, row, 0);
    for (std::size_t at = 0; at < table.sheet->fields.size(); ++at) {
      const auto& field = table.sheet->fields[at];
      const auto& text = table.rows.front().cells[at].text;
      if (!is_for(field.kinds, kind_) && text.empty()) continue;
      write_field(sheet, row++, field, text);
    }
    set_page(sheet, false);
    worksheet_repeat_rows(sheet, 0, 0);
  }

  void write_field(lxw_worksheet* sheet, lxw_row_t row, const RecordField& field,
                   const std::string& text) {
    const auto label = field.label + (field.is_required ? " *" : "");
    worksheet_write_string(sheet, row, 0, label.c_str(), label_);
    write_value(sheet, row, 1, field, text);
    worksheet_write_string(sheet, row, 2, field.hint.c_str(), hint_);
    const auto lines =
        std::max(lines_of(text, k_value_letters), lines_of(field.hint, k_hint_letters));
    worksheet_set_row(sheet, row, height_of(lines), nullptr);
    add_rule(sheet, field, row, row, 1);
  }

  void write_rows(const RecordTable& table, lxw_worksheet* sheet) {
    write_head(table, sheet);
    const bool has_parent = !table.sheet->parent.empty();
    auto row = k_first;
    std::size_t number = 0;
    for (const auto& entry : table.rows) {
      row = write_entry(table, sheet, row, entry);
      number = static_cast<std::size_t>(std::stoul(entry.number));
    }
    for (std::size_t spare = 0; spare < table.sheet->spare; ++spare) {
      const RecordRow blank{has_parent ? "" : std::to_string(++number),
                            std::vector<RecordCell>(table.sheet->fields.size())};
      row = write_entry(table, sheet, row, blank);
    }
    const auto last = row + k_rows_ruled;
    for (std::size_t at = 0; at < table.sheet->fields.size(); ++at) {
      add_rule(sheet, table.sheet->fields[at], k_first, last, static_cast<lxw_col_t>(at + 1));
    }
  }

  void write_head(const RecordTable& table, lxw_worksheet* sheet) {
    const auto& about = *table.sheet;
    const auto& guide = about.guide.empty() ? layout_.list_guide : about.guide;
    worksheet_write_string(sheet, 0, 0, about.label.c_str(), book_.title());
    worksheet_write_string(sheet, 1, 0, guide.c_str(), book_.line());
    const auto& number = about.parent.empty() ? layout_.number_word : about.parent;
    worksheet_set_column(sheet, 0, 0,
                         std::max(k_number_letters, static_cast<double>(columns(number)) * 0.7),
                         nullptr);
    worksheet_write_string(sheet, k_head, 0, number.c_str(), book_.head());
    std::size_t lines = 1;
    double width = k_number_letters;
    for (std::size_t at = 0; at < about.fields.size(); ++at) {
      const auto& field = about.fields[at];
      const auto column = static_cast<lxw_col_t>(at + 1);
      const auto label = field.label + (field.is_required ? " *" : "");
      worksheet_set_column(sheet, column, column, field.width, nullptr);
      worksheet_write_string(sheet, k_head, column, label.c_str(), book_.head());
      if (!field.hint.empty()) worksheet_write_comment(sheet, k_head, column, field.hint.c_str());
      lines = std::max(lines, lines_of(label, field.width * 0.8));
      width += field.width;
    }
    worksheet_set_row(sheet, k_head, height_of(lines) + 4, nullptr);
    worksheet_freeze_panes(sheet, k_first, 2);
    worksheet_repeat_rows(sheet, k_head, k_head);
    set_page(sheet, width > k_label_letters + k_value_letters);
  }

  /// One entry; long texts go on in rows below it.
  lxw_row_t write_entry(const RecordTable& table, lxw_worksheet* sheet, lxw_row_t row,
                        const RecordRow& entry) {
    std::vector<std::vector<std::string>> pieces;
    std::size_t most = 1;
    for (std::size_t at = 0; at < entry.cells.size(); ++at) {
      const bool is_long = table.sheet->fields[at].type == RecordType::paragraphs;
      pieces.push_back(is_long ? in_pieces(entry.cells[at].text, k_cell_letters)
                               : std::vector<std::string>{entry.cells[at].text});
      most = std::max(most, pieces.back().size());
    }
    for (std::size_t line = 0; line < most; ++line, ++row) {
      std::size_t lines = 1;
      write_number(sheet, row, line == 0 ? entry.number : "");
      for (std::size_t at = 0; at < pieces.size(); ++at) {
        const auto& field = table.sheet->fields[at];
        const auto text = line < pieces[at].size() ? pieces[at][line] : std::string();
        write_value(sheet, row, static_cast<lxw_col_t>(at + 1), field, text);
        lines = std::max(lines, lines_of(text, field.width));
      }
      worksheet_set_row(sheet, row, height_of(lines), nullptr);
    }
    return row;
  }

  void write_number(lxw_worksheet* sheet, lxw_row_t row, const std::string& number) {
    if (number.empty()) {
      worksheet_write_blank(sheet, row, 0, number_);
    } else {
      worksheet_write_number(sheet, row, 0, std::stod(number), number_);
    }
  }

  void write_value(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const RecordField& field,
                   const std::string& text) {
    auto* look = book_.cell(look_of(field.type));
    const auto day = field.type == RecordType::day ? date_from_iso(text) : std::nullopt;
    if (text.size() > k_longest_cell) {
      found_.add({Severity::error,
                  {"meeting-record.too-long", {field.label, column_range(text, 0, 60)}},
                  {path_, {}, {}, 0, 0},
                  {{"hint.meeting-record.too-long", {}}}});
    } else if (text.empty()) {
      worksheet_write_blank(sheet, row, column, look);
    } else if (day) {
      lxw_datetime date{};
      date.year = static_cast<int>(day->year());
      date.month = static_cast<int>(static_cast<unsigned>(day->month()));
      date.day = static_cast<int>(static_cast<unsigned>(day->day()));
      worksheet_write_datetime(sheet, row, column, &date, look);
    } else if (field.type == RecordType::count) {
      worksheet_write_number(sheet, row, column, std::stod(text), look);
    } else {
      worksheet_write_string(sheet, row, column, shown_word(layout_, field, text).c_str(), look);
    }
  }

  void add_rule(lxw_worksheet* sheet, const RecordField& field, lxw_row_t first, lxw_row_t last,
                lxw_col_t column) {
    lxw_data_validation rule{};
    auto refusal = shortened(layout_.bad_value);
    auto hint = shortened(field.hint);
    rule.error_message = refusal.data();
    if (!hint.empty()) rule.input_message = hint.data();
    rule.ignore_blank = LXW_VALIDATION_ON;
    const auto list = lists_.find(key_of(words_of(layout_, field)));
    std::string formula;
    if (list != lists_.end()) {
      formula = list->second;
      rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      rule.value_formula = formula.data();
    } else if (field.type == RecordType::day) {
      rule.validate = LXW_VALIDATION_TYPE_DATE;
      rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
      rule.minimum_datetime = {1900, 1, 1, 0, 0, 0};
      rule.maximum_datetime = {2199, 12, 31, 0, 0, 0};
    } else if (field.type == RecordType::count) {
      rule.validate = LXW_VALIDATION_TYPE_INTEGER;
      rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
      rule.value_number = 0;
    } else if (!hint.empty()) {
      rule.validate = LXW_VALIDATION_TYPE_ANY;
    } else {
      return;
    }
    worksheet_data_validation_range(sheet, first, column, last, column, &rule);
  }

  const RecordLayout& layout_;
  Kind kind_;
  Book book_;
  std::string path_;
  lxw_format* number_;
  lxw_format* label_;
  lxw_format* hint_;
  std::map<std::string, std::string> lists_;  ///< words → the cells that hold them
  Diagnostics found_;
};

}  // namespace

void write_record_workbook(const std::vector<RecordTable>& tables, const RecordLayout& layout,
                           const Meeting& meeting, const std::string& path) {
  WorkbookWriter(layout, meeting.kind, path).write(tables, meeting.date);
}

}  // namespace quyche::meeting
