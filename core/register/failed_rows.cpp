#include "register/failed_rows.hpp"

#include <algorithm>
#include <charconv>

#include "base/date.hpp"
#include "base/messages.hpp"
#include "base/text.hpp"
#include "xlsx/book.hpp"
#include "xlsx/row_writer.hpp"
#include "xlsx/wrapped_text.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_longest_value = 32'000;  // bytes; a cell holds 32.767 letters
constexpr std::size_t k_most_widths = 40;
constexpr double k_width = 18;
constexpr double k_reason_width = 70;
constexpr std::size_t k_most_lines = 20;  // of a row that is read on the screen

/// Letters that a line of a column surely holds, capitals too.
constexpr std::size_t letters_of(double width) { return static_cast<std::size_t>(width * 0.8); }

std::string shortened(const std::string& text) {
  return text.size() <= k_longest_value ? text : column_range(text, 0, k_longest_value / 4) + "…";
}

void write_number(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& text,
                  lxw_format* look) {
  double value = 0;
  const auto* end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, value);
  if (parsed.ec == std::errc() && parsed.ptr == end) {
    worksheet_write_number(sheet, row, column, value, look);
  } else {
    worksheet_write_string(sheet, row, column, text.c_str(), look);
  }
}

class FailedSheet {
 public:
  FailedSheet(Book& book, lxw_worksheet* sheet) : book_(book), sheet_(sheet) {}

  void write(const FailedTable& table) {
    choose_columns(table);
    reason_ = static_cast<lxw_col_t>(columns_.size());
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      heading(static_cast<lxw_col_t>(i), text_at(table.headings, columns_[i]));
    }
    heading(reason_, reason_field().label);
    const auto widths = std::min(columns_.size(), k_most_widths);
    if (widths > 0) {
      worksheet_set_column(sheet_, 0, static_cast<lxw_col_t>(widths - 1), k_width, nullptr);
    }
    worksheet_set_column(sheet_, reason_, reason_, k_reason_width, nullptr);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      write_row(static_cast<lxw_row_t>(i + 1), table.rows[i], table.reasons[i]);
    }
    worksheet_freeze_panes(sheet_, 1, 0);
    worksheet_repeat_rows(sheet_, 0, 0);
    set_page(sheet_, true);
  }

 private:
  static std::string text_at(const std::vector<Cell>& cells, std::size_t column) {
    return column < cells.size() ? cells[column].text : std::string();
  }

  /// All but the reasons of a list that was given back before.
  void choose_columns(const FailedTable& table) {
    auto width = table.headings.size();
    for (const auto& row : table.rows) width = std::max(width, row.size());
    for (std::size_t i = 0; i < width; ++i) {
      if (text_at(table.headings, i) != reason_field().label) columns_.push_back(i);
    }
  }

  void write_row(lxw_row_t at, const std::vector<Cell>& cells, const std::string& reason) {
    auto lines = lines_in(reason, letters_of(k_reason_width));
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      cell(at, static_cast<lxw_col_t>(i), columns_[i] < cells.size() ? cells[columns_[i]] : Cell{});
      lines = std::max(lines, lines_in(text_at(cells, columns_[i]), letters_of(k_width)));
    }
    text(at, reason_, reason);
    lines = std::min(lines, k_most_lines);
    worksheet_set_row(sheet_, at, k_line_height * static_cast<double>(lines), nullptr);
  }

  void heading(lxw_col_t column, const std::string& words) {
    worksheet_write_string(sheet_, 0, column, words.c_str(), book_.head());
  }

  void text(lxw_row_t row, lxw_col_t column, const std::string& words) {
    worksheet_write_string(sheet_, row, column, shortened(words).c_str(),
                           book_.cell(FieldType::text));
  }

  void cell(lxw_row_t row, lxw_col_t column, const Cell& given) {
    if (given.kind == Cell::Kind::empty) {
      worksheet_write_blank(sheet_, row, column, book_.cell(FieldType::text));
      return;
    }
    const auto day = given.kind == Cell::Kind::date ? date_from_iso(given.text) : std::nullopt;
    if (day) {
      lxw_datetime value{static_cast<int>(day->year()),
                         static_cast<int>(static_cast<unsigned>(day->month())),
                         static_cast<int>(static_cast<unsigned>(day->day())),
                         0,
                         0,
                         0};
      worksheet_write_datetime(sheet_, row, column, &value, book_.cell(FieldType::date));
    } else if (given.kind == Cell::Kind::number) {
      write_number(sheet_, row, column, given.text, book_.cell(FieldType::text));
    } else {
      text(row, column, given.text);
    }
  }

  Book& book_;
  lxw_worksheet* sheet_;
  std::vector<std::size_t> columns_;  ///< of the table, those that are given back
  lxw_col_t reason_ = 0;
};

}  // namespace

Field reason_field() {
  Field field;
  field.name = "failed_reason";
  field.label = sentence({"register.failed-reason", {}}, Language::vietnamese);
  return field;
}

void write_failed_rows(const std::vector<FailedTable>& tables, Date created,
                       const std::string& path) {
  Book book(path);
  std::size_t number = 0;
  for (const auto& table : tables) {
    if (table.rows.empty()) continue;
    const Text name{"register.failed-sheet", {std::to_string(++number)}};
    FailedSheet(book, book.add_sheet(sentence(name, Language::vietnamese))).write(table);
  }
  book.set_properties(sentence({"register.failed-title", {}}, Language::vietnamese), created);
  book.close();
}

}  // namespace quyche
