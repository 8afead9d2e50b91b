#include "register/failed_rows.hpp"

#include <algorithm>
#include <charconv>

#include "base/date.hpp"
#include "base/messages.hpp"
#include "base/text.hpp"
#include "xlsx/book.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_longest_value = 32'000;  // bytes; a cell holds 32.767 letters
constexpr std::size_t k_most_widths = 40;
constexpr double k_width = 18;
constexpr double k_reason_width = 70;

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
    auto width = table.headings.size();
    for (const auto& row : table.rows) width = std::max(width, row.size());
    reason_ = static_cast<lxw_col_t>(width);
    for (std::size_t i = 0; i < table.headings.size(); ++i) {
      heading(static_cast<lxw_col_t>(i), table.headings[i].text);
    }
    heading(reason_, reason_field().label);
    worksheet_set_column(sheet_, 0, static_cast<lxw_col_t>(std::min(width, k_most_widths)), k_width,
                         nullptr);
    worksheet_set_column(sheet_, reason_, reason_, k_reason_width, nullptr);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const auto at = static_cast<lxw_row_t>(i + 1);
      for (std::size_t j = 0; j < table.rows[i].size(); ++j) {
        cell(at, static_cast<lxw_col_t>(j), table.rows[i][j]);
      }
      text(at, reason_, table.reasons[i]);
    }
    worksheet_freeze_panes(sheet_, 1, 0);
    worksheet_repeat_rows(sheet_, 0, 0);
    set_page(sheet_, true);
  }

 private:
  void heading(lxw_col_t column, const std::string& words) {
    worksheet_write_string(sheet_, 0, column, words.c_str(), book_.head());
  }

  void text(lxw_row_t row, lxw_col_t column, const std::string& words) {
    worksheet_write_string(sheet_, row, column, shortened(words).c_str(),
                           book_.cell(FieldType::text));
  }

  void cell(lxw_row_t row, lxw_col_t column, const Cell& given) {
    if (given.kind == Cell::Kind::empty) return;
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
