#include "xlsx/input_sheet.hpp"

#include <cmath>

#include "base/date.hpp"
#include "base/text.hpp"

namespace quyche {
namespace {

constexpr lxw_row_t k_rows_prepared = 500;
constexpr double k_head_height = 66;            // four lines
constexpr double k_page_width = 240;            // letters that can still be read on one page
constexpr std::size_t k_longest_message = 255;  // letters; Excel's limits
constexpr std::size_t k_longest_message_title = 32;

std::string shortened(const std::string& text, std::size_t letters) {
  if (columns(text) <= letters) return text;
  return column_range(text, 0, letters - 1) + "…";
}

// Digits that a cell keeps all of: Excel knows fifteen.
bool is_whole(const std::string& text) {
  return text.size() <= 15 && text.find_first_not_of("0123456789") == std::string::npos;
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

// The limits of an lxw_data_validation; its texts and lists are set by the caller.
void set_limits(lxw_data_validation& rule, FieldType type) {
  rule.validate = LXW_VALIDATION_TYPE_ANY;
  if (type == FieldType::date) {
    rule.validate = LXW_VALIDATION_TYPE_DATE;
    rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    rule.minimum_datetime = {1900, 1, 1, 0, 0, 0};
    rule.maximum_datetime = {2199, 12, 31, 0, 0, 0};
  } else if (type == FieldType::integer) {
    rule.validate = LXW_VALIDATION_TYPE_INTEGER;
    rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
    rule.value_number = 0;
  }
}

class InputSheet {
 public:
  InputSheet(const InputWorkbook& input, const DropDowns& lists, const Book& book,
             lxw_worksheet* sheet)
      : input_(input), lists_(lists), book_(book), sheet_(sheet) {}

  void write() {
    write_top();
    double width = 0;
    for (std::size_t index = 0; index < input_.columns.size(); ++index) {
      write_column(input_.columns[index], static_cast<lxw_col_t>(index));
      width += width_of(input_.columns[index]);
    }
    write_rows();
    set_page(sheet_, true, static_cast<int>(std::ceil(width / k_page_width)));
    worksheet_freeze_panes(sheet_, first_row(), 2);
    worksheet_repeat_rows(sheet_, head_row_, head_row_);
    worksheet_repeat_columns(sheet_, 0, 1);
    worksheet_activate(sheet_);
  }

 private:
  void write_top() {
    worksheet_write_string(sheet_, 0, 0, input_.title.c_str(), book_.title());
    lxw_row_t row = 1;
    for (const auto& line : input_.guidance) {
      worksheet_write_string(sheet_, row++, 0, line.c_str(), book_.line());
    }
    head_row_ = row;
    worksheet_set_row(sheet_, head_row_, k_head_height, nullptr);
    // The hidden row of names lets the labels be reworded without losing the columns.
    lxw_row_col_options hidden{};
    hidden.hidden = LXW_TRUE;
    worksheet_set_row_opt(sheet_, head_row_ + 1, LXW_DEF_ROW_HEIGHT, nullptr, &hidden);
  }

  void write_column(const Field& field, lxw_col_t column) {
    worksheet_set_column(sheet_, column, column, width_of(field), book_.column(field.type));
    worksheet_write_string(sheet_, head_row_ + 1, column, field.name.c_str(), book_.key());
    const auto label = field.required ? field.label + " *" : field.label;
    worksheet_write_string(sheet_, head_row_, column, label.c_str(), book_.head());
    if (!field.hint.empty()) {
      lxw_comment_options options{};
      std::string author = "quyche";
      options.author = author.data();
      options.x_scale = 2;
      worksheet_write_comment_opt(sheet_, head_row_, column, field.hint.c_str(), &options);
    }
    add_rule(field, column);
  }

  void add_rule(const Field& field, lxw_col_t column) {
    lxw_data_validation rule{};
    auto label = shortened(field.label, k_longest_message_title);
    auto hint = shortened(field.hint, k_longest_message);
    auto refusal = shortened(input_.bad_value, k_longest_message);
    rule.input_title = label.data();
    if (!hint.empty()) rule.input_message = hint.data();
    rule.error_message = refusal.data();
    const auto list = lists_.find(field.name);
    std::string formula;
    if (list != lists_.end()) {
      formula = list->second;
      rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      rule.value_formula = formula.data();
    } else {
      set_limits(rule, field.type);
    }
    worksheet_data_validation_range(sheet_, first_row(), column, last_row(), column, &rule);
  }

  [[nodiscard]] lxw_row_t first_row() const { return head_row_ + 2; }
  [[nodiscard]] lxw_row_t last_row() const {
    return first_row() + k_rows_prepared + static_cast<lxw_row_t>(input_.rows.size()) - 1;
  }

  void write_rows() {
    const Values empty;
    for (lxw_row_t row = first_row(); row <= last_row(); ++row) {
      const auto index = row - first_row();
      const auto& values = index < input_.rows.size() ? input_.rows[index] : empty;
      lxw_col_t column = 0;
      for (const auto& field : input_.columns) {
        const auto value = values.find(field.name);
        write_value(row, column++, field, value == values.end() ? std::string() : value->second);
      }
    }
  }

  // Canonical text as the clerk would have typed it: a real date, a number, the label of a choice.
  void write_value(lxw_row_t row, lxw_col_t column, const Field& field, const std::string& text) {
    auto* look = book_.cell(field.type);
    const auto day = field.type == FieldType::date ? date_from_iso(text) : std::nullopt;
    if (text.empty()) {
      worksheet_write_blank(sheet_, row, column, look);
    } else if (day) {
      lxw_datetime date{};
      date.year = static_cast<int>(day->year());
      date.month = static_cast<int>(static_cast<unsigned>(day->month()));
      date.day = static_cast<int>(static_cast<unsigned>(day->day()));
      worksheet_write_datetime(sheet_, row, column, &date, look);
    } else if (field.type == FieldType::integer && is_whole(text)) {
      worksheet_write_number(sheet_, row, column, std::stod(text), look);
    } else {
      worksheet_write_string(sheet_, row, column, shown_word(field, text).c_str(), look);
    }
  }

  [[nodiscard]] std::string shown_word(const Field& field, const std::string& text) const {
    if (field.type == FieldType::boolean) return text == "true" ? input_.yes : input_.no;
    for (const auto& choice : field.choices) {
      if (choice.value == text) return choice.label;
    }
    return text;
  }

  const InputWorkbook& input_;
  const DropDowns& lists_;
  const Book& book_;
  lxw_worksheet* sheet_;
  lxw_row_t head_row_ = 0;
};

}  // namespace

void write_input_sheet(const InputWorkbook& input, const DropDowns& lists, Book& book,
                       lxw_worksheet* sheet) {
  InputSheet(input, lists, book, sheet).write();
}

}  // namespace quyche
