#include "xlsx/input_workbook.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <map>
#include <memory>

#include "base/date.hpp"
#include "base/text.hpp"
#include "quyche/diagnostic.hpp"
#include "xlsx/workbook_reader.hpp"

namespace quyche {
namespace {

constexpr lxw_row_t k_rows_prepared = 500;
constexpr lxw_col_t k_first_list = 3;  // column of the unit sheet where the lists of choices begin
constexpr std::size_t k_longest_message = 255;  // letters
constexpr std::size_t k_longest_message_title = 32;

std::string shortened(const std::string& text, std::size_t letters) {
  if (columns(text) <= letters) return text;
  return column_range(text, 0, letters - 1) + "…";
}

std::string column_letters(lxw_col_t column) {
  const auto name = cell_name(0, column);
  return name.substr(0, name.size() - 1);
}

struct FreeBook {
  void operator()(lxw_workbook* book) const { lxw_workbook_free(book); }
};
using Book = std::unique_ptr<lxw_workbook, FreeBook>;

double width_of(const Field& field) {
  switch (field.type) {
    case FieldType::person:
      return 25;
    case FieldType::date:
      return 13;
    case FieldType::integer:
    case FieldType::boolean:
      return 11;
    case FieldType::choice:
      return 22;
    case FieldType::citation:
      return 36;
    case FieldType::text:
      return 20;
  }
  return 20;
}

class InputSheetWriter {
 public:
  InputSheetWriter(const InputWorkbook& input, const std::string& path) : input_(input) {
    book_.reset(workbook_new(path.c_str()));
    make_formats();
  }

  lxw_error write() {
    set_properties();
    data_ = workbook_add_worksheet(book_.get(), input_.data_sheet.c_str());
    guide_ = workbook_add_worksheet(book_.get(), input_.guide_sheet.c_str());
    units_ = workbook_add_worksheet(book_.get(), input_.unit_sheet.c_str());
    write_units();
    write_lists();
    write_guide();
    write_data();
    return workbook_close(book_.release());
  }

 private:
  lxw_format* format(double size, bool bold) {
    auto* made = workbook_add_format(book_.get());
    format_set_font_name(made, "Times New Roman");
    format_set_font_size(made, size);
    if (bold) format_set_bold(made);
    format_set_align(made, LXW_ALIGN_VERTICAL_CENTER);
    return made;
  }

  lxw_format* cell_format(const char* number_format) {
    auto* made = format(12, false);
    format_set_num_format(made, number_format);
    format_set_border(made, LXW_BORDER_THIN);
    format_set_text_wrap(made);
    return made;
  }

  void make_formats() {
    title_ = format(14, true);
    line_ = format(12, false);
    format_set_italic(line_);
    head_ = format(12, true);
    format_set_align(head_, LXW_ALIGN_CENTER);
    format_set_border(head_, LXW_BORDER_THIN);
    format_set_text_wrap(head_);
    format_set_bg_color(head_, 0xE7EEF7);
    key_ = format(9, false);
    format_set_font_color(key_, 0x808080);
    text_ = cell_format("@");
    date_ = cell_format("dd/mm/yyyy");
    whole_ = cell_format("0");
  }

  void set_properties() {
    lxw_doc_properties properties{};
    auto title = input_.title;
    std::string author = "quyche";
    properties.title = title.data();
    properties.author = author.data();
    std::tm created{};
    created.tm_year = static_cast<int>(input_.created.year()) - 1900;
    created.tm_mon = static_cast<int>(static_cast<unsigned>(input_.created.month())) - 1;
    created.tm_mday = static_cast<int>(static_cast<unsigned>(input_.created.day()));
    created.tm_hour = 12;
    properties.created = timegm(&created);
    workbook_set_properties(book_.get(), &properties);
  }

  static void set_page(lxw_worksheet* sheet, bool landscape) {
    worksheet_set_paper(sheet, 9);  // A4
    if (landscape) worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_margins(sheet, 0.6, 0.6, 0.6, 0.6);
  }

  lxw_format* format_of(const Field& field) const {
    return field.type == FieldType::date      ? date_
           : field.type == FieldType::integer ? whole_
                                              : text_;
  }

  void write_units() {
    set_page(units_, false);
    worksheet_set_column(units_, 0, 0, 10, text_);
    worksheet_set_column(units_, 1, 1, 32, text_);
    for (lxw_col_t column = 0; column < 2; ++column) {
      worksheet_write_string(units_, 0, column, input_.unit_headings.at(column).c_str(), head_);
    }
    lxw_row_t row = 1;
    for (const auto& [code, name] : input_.communes) {
      worksheet_write_string(units_, row, 0, code.c_str(), text_);
      worksheet_write_string(units_, row, 1, name.c_str(), text_);
      ++row;
    }
    worksheet_freeze_panes(units_, 1, 0);
    worksheet_repeat_rows(units_, 0, 0);
  }

  void write_guide() {
    set_page(guide_, true);
    const double widths[] = {28, 34, 16, 10, 70};
    for (lxw_col_t column = 0; column < 5; ++column) {
      worksheet_set_column(guide_, column, column, widths[column], nullptr);
      worksheet_write_string(guide_, 0, column, input_.guide_headings.at(column).c_str(), head_);
    }
    lxw_row_t row = 1;
    for (const auto& field : input_.columns) {
      const auto kind = static_cast<std::size_t>(field.type);
      const std::string cells[] = {field.name, field.label, input_.type_words.at(kind),
                                   field.required ? input_.yes : "", field.hint};
      for (lxw_col_t column = 0; column < 5; ++column) {
        worksheet_write_string(guide_, row, column, cells[column].c_str(), text_);
      }
      ++row;
    }
    worksheet_freeze_panes(guide_, 1, 0);
    worksheet_repeat_rows(guide_, 0, 0);
  }

  void write_data() {
    set_page(data_, true);
    worksheet_write_string(data_, 0, 0, input_.title.c_str(), title_);
    lxw_row_t row = 1;
    for (const auto& line : input_.guidance) {
      worksheet_write_string(data_, row++, 0, line.c_str(), line_);
    }
    head_row_ = row;
    worksheet_set_row(data_, head_row_, 54, nullptr);
    // The hidden row of names lets the labels be reworded without losing the columns.
    lxw_row_col_options hidden{};
    hidden.hidden = LXW_TRUE;
    worksheet_set_row_opt(data_, head_row_ + 1, LXW_DEF_ROW_HEIGHT, nullptr, &hidden);
    for (std::size_t i = 0; i < input_.columns.size(); ++i) {
      write_column(input_.columns[i], static_cast<lxw_col_t>(i));
    }
    write_rows();
    worksheet_freeze_panes(data_, head_row_ + 2, 2);
    worksheet_repeat_rows(data_, head_row_, head_row_);
    worksheet_activate(data_);
  }

  void write_column(const Field& field, lxw_col_t column) {
    worksheet_set_column(data_, column, column, width_of(field), format_of(field));
    worksheet_write_string(data_, head_row_ + 1, column, field.name.c_str(), key_);
    const auto label = field.required ? field.label + " *" : field.label;
    worksheet_write_string(data_, head_row_, column, label.c_str(), head_);
    if (!field.hint.empty()) {
      lxw_comment_options options{};
      std::string author = "quyche";
      options.author = author.data();
      options.x_scale = 2;
      worksheet_write_comment_opt(data_, head_row_, column, field.hint.c_str(), &options);
    }
    add_rule(field, column);
  }

  void add_rule(const Field& field, lxw_col_t column) {
    lxw_data_validation rule{};
    auto label = shortened(field.label, k_longest_message_title);
    auto hint = shortened(field.hint, k_longest_message);
    rule.input_title = label.data();
    if (!hint.empty()) rule.input_message = hint.data();
    auto bad = shortened(input_.bad_value, k_longest_message);
    rule.error_message = bad.data();
    auto list = list_for(field);
    if (!list.empty()) {
      rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      rule.value_formula = list.data();
    } else if (field.type == FieldType::date) {
      rule.validate = LXW_VALIDATION_TYPE_DATE;
      rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
      rule.minimum_datetime = {1900, 1, 1, 0, 0, 0};
      rule.maximum_datetime = {2199, 12, 31, 0, 0, 0};
    } else if (field.type == FieldType::integer) {
      rule.validate = LXW_VALIDATION_TYPE_INTEGER;
      rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
      rule.value_number = 0;
    } else {
      rule.validate = LXW_VALIDATION_TYPE_ANY;
    }
    worksheet_data_validation_range(data_, head_row_ + 2, column, last_row(), column, &rule);
  }

  /// The cells the drop-down of a field shows, as a formula; empty when it has none.
  std::string list_for(const Field& field) const {
    if (field.name == "commune_code" && !input_.communes.empty()) {
      return range(0, input_.communes.size());
    }
    const auto list = lists_.find(field.name);
    return list == lists_.end() ? std::string() : range(list->second, words_of(field).size());
  }

  std::string range(lxw_col_t column, std::size_t count) const {
    std::string sheet;  // in quotation marks, those inside doubled
    for (const char letter : input_.unit_sheet) {
      sheet.append(letter == '\'' ? 2 : 1, letter);
    }
    const auto letters = column_letters(column);
    return "='" + sheet + "'!$" + letters + "$2:$" + letters + "$" + std::to_string(count + 1);
  }

  std::vector<std::string> words_of(const Field& field) const {
    if (field.type == FieldType::boolean) return {input_.yes, input_.no};
    std::vector<std::string> words;
    for (const auto& choice : field.choices) words.push_back(choice.label);
    return words;
  }

  /// In cells, because a list typed into the rule may hold no comma and only 255 letters.
  void write_lists() {
    auto column = k_first_list;
    for (const auto& field : input_.columns) {
      const auto words = words_of(field);
      if (words.empty()) continue;
      lists_[field.name] = column;
      worksheet_set_column(units_, column, column, 24, text_);
      worksheet_write_string(units_, 0, column, field.label.c_str(), head_);
      lxw_row_t row = 1;
      for (const auto& word : words) {
        worksheet_write_string(units_, row++, column, word.c_str(), text_);
      }
      ++column;
    }
  }

  lxw_row_t last_row() const {
    return head_row_ + 1 + k_rows_prepared + static_cast<lxw_row_t>(input_.rows.size());
  }

  void write_rows() {
    lxw_row_t row = head_row_ + 2;
    for (const auto& values : input_.rows) {
      for (std::size_t i = 0; i < input_.columns.size(); ++i) {
        const auto value = values.find(input_.columns[i].name);
        const std::string text = value == values.end() ? std::string() : value->second;
        write_value(row, static_cast<lxw_col_t>(i), input_.columns[i], text);
      }
      ++row;
    }
    for (; row <= last_row(); ++row) {
      for (std::size_t i = 0; i < input_.columns.size(); ++i) {
        worksheet_write_blank(data_, row, static_cast<lxw_col_t>(i), format_of(input_.columns[i]));
      }
    }
  }

  /// Canonical text as the clerk would have typed it: a real date, a number, the label of a choice.
  void write_value(lxw_row_t row, lxw_col_t column, const Field& field, const std::string& text) {
    auto* look = format_of(field);
    const auto day = field.type == FieldType::date ? date_from_iso(text) : std::nullopt;
    if (text.empty()) {
      worksheet_write_blank(data_, row, column, look);
    } else if (day) {
      lxw_datetime date{static_cast<int>(day->year()),
                        static_cast<int>(static_cast<unsigned>(day->month())),
                        static_cast<int>(static_cast<unsigned>(day->day())),
                        0,
                        0,
                        0};
      worksheet_write_datetime(data_, row, column, &date, look);
    } else if (field.type == FieldType::integer && text.size() <= 15) {
      worksheet_write_number(data_, row, column, std::stod(text), look);
    } else {
      worksheet_write_string(data_, row, column, shown_word(field, text).c_str(), look);
    }
  }

  std::string shown_word(const Field& field, const std::string& text) const {
    if (field.type == FieldType::boolean) return text == "true" ? input_.yes : input_.no;
    for (const auto& choice : field.choices) {
      if (choice.value == text) return choice.label;
    }
    return text;
  }

  const InputWorkbook& input_;
  Book book_;
  lxw_worksheet* data_ = nullptr;
  lxw_worksheet* guide_ = nullptr;
  lxw_worksheet* units_ = nullptr;
  lxw_format* title_ = nullptr;
  lxw_format* line_ = nullptr;
  lxw_format* head_ = nullptr;
  lxw_format* key_ = nullptr;
  lxw_format* text_ = nullptr;
  lxw_format* date_ = nullptr;
  lxw_format* whole_ = nullptr;
  lxw_row_t head_row_ = 0;
  std::map<std::string, lxw_col_t> lists_;  ///< field → column of its choices on the unit sheet
};

}  // namespace

void write_input_workbook(const InputWorkbook& workbook, const std::string& path) {
  const auto problem = InputSheetWriter(workbook, path).write();
  if (problem == LXW_NO_ERROR) return;
  throw Error(Diagnostic{Severity::error,
                         {"xlsx.write-failed", {lxw_strerror(problem)}},
                         {path, {}, {}, 0, 0},
                         {{"hint.check-disk", {}}}});
}

}  // namespace quyche
