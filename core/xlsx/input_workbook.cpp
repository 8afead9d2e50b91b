#include "xlsx/input_workbook.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <memory>

#include "quyche/diagnostic.hpp"

namespace quyche {
namespace {

constexpr lxw_row_t k_rows_prepared = 500;
constexpr std::size_t k_longest_list = 255;  // Excel's limit for a list typed into the rule
constexpr std::size_t k_longest_message = 255;
constexpr std::size_t k_longest_message_title = 32;

/// The first bytes of `text`, cut between letters; Excel counts letters, so this is on the safe side.
std::string shortened(const std::string& text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  auto end = bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

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
    lxw_workbook_options options{};
    options.tmpdir = nullptr;
    book_ = workbook_new_opt(path.c_str(), &options);
    make_formats();
  }

  lxw_error write() {
    set_properties();
    data_ = workbook_add_worksheet(book_, input_.data_sheet.c_str());
    guide_ = workbook_add_worksheet(book_, input_.guide_sheet.c_str());
    units_ = workbook_add_worksheet(book_, input_.unit_sheet.c_str());
    write_units();
    write_guide();
    write_data();
    return workbook_close(book_);
  }

 private:
  lxw_format* format(double size, bool bold) {
    auto* made = workbook_add_format(book_);
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
    workbook_set_properties(book_, &properties);
  }

  static void set_page(lxw_worksheet* sheet, bool landscape) {
    worksheet_set_paper(sheet, 9);  // A4
    if (landscape) worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_margins(sheet, 0.6, 0.6, 0.6, 0.6);
  }

  lxw_format* format_of(const Field& field) const {
    return field.type == FieldType::date ? date_ : field.type == FieldType::integer ? whole_ : text_;
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
    const lxw_row_t keys = row;
    head_row_ = row + 1;
    // The hidden row of names lets the labels be reworded without losing the columns.
    lxw_row_col_options hidden{};
    hidden.hidden = LXW_TRUE;
    worksheet_set_row_opt(data_, keys, LXW_DEF_ROW_HEIGHT, nullptr, &hidden);
    worksheet_set_row(data_, head_row_, 48, nullptr);
    for (std::size_t i = 0; i < input_.columns.size(); ++i) {
      write_column(input_.columns[i], static_cast<lxw_col_t>(i), keys);
    }
    write_rows();
    worksheet_freeze_panes(data_, head_row_ + 1, 2);
    worksheet_repeat_rows(data_, head_row_, head_row_);
    worksheet_activate(data_);
  }

  void write_column(const Field& field, lxw_col_t column, lxw_row_t keys) {
    worksheet_set_column(data_, column, column, width_of(field), format_of(field));
    worksheet_write_string(data_, keys, column, field.name.c_str(), key_);
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
    std::vector<std::string> words = list_of(field);
    std::vector<char*> pointers;
    std::string formula;
    if (field.name == "commune_code" && !input_.communes.empty()) {
      formula = "='" + input_.unit_sheet + "'!$A$2:$A$" +
                std::to_string(input_.communes.size() + 1);
      rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      rule.value_formula = formula.data();
    } else if (!words.empty()) {
      for (auto& word : words) pointers.push_back(word.data());
      pointers.push_back(nullptr);
      rule.validate = LXW_VALIDATION_TYPE_LIST;
      rule.value_list = pointers.data();
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
    worksheet_data_validation_range(data_, head_row_ + 1, column, last_row(), column, &rule);
  }

  /// The words of a list, when Excel lets them be typed into the rule.
  std::vector<std::string> list_of(const Field& field) const {
    std::vector<std::string> words;
    if (field.type == FieldType::boolean) words = {input_.yes, input_.no};
    for (const auto& choice : field.choices) words.push_back(choice.label);
    std::size_t length = words.size();
    for (const auto& word : words) {
      length += word.size();
      // A comma inside a word would end it.
      if (word.find(',') != std::string::npos) return {};
    }
    return length > k_longest_list ? std::vector<std::string>{} : words;
  }

  lxw_row_t last_row() const {
    return head_row_ + k_rows_prepared + static_cast<lxw_row_t>(input_.rows.size());
  }

  void write_rows() {
    lxw_row_t row = head_row_ + 1;
    for (const auto& values : input_.rows) {
      for (std::size_t i = 0; i < input_.columns.size(); ++i) {
        const auto value = values.find(input_.columns[i].name);
        if (value == values.end()) continue;
        worksheet_write_string(data_, row, static_cast<lxw_col_t>(i), value->second.c_str(),
                               format_of(input_.columns[i]));
      }
      ++row;
    }
    for (; row <= last_row(); ++row) {
      for (std::size_t i = 0; i < input_.columns.size(); ++i) {
        worksheet_write_blank(data_, row, static_cast<lxw_col_t>(i), format_of(input_.columns[i]));
      }
    }
  }

  const InputWorkbook& input_;
  lxw_workbook* book_ = nullptr;
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
