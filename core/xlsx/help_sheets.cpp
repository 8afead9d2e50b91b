#include "xlsx/help_sheets.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/text.hpp"
#include "xlsx/row_writer.hpp"
#include "xlsx/workbook_reader.hpp"

namespace quyche {
namespace {

constexpr lxw_col_t k_first_list = 3;  // column where the lists of choices begin
constexpr std::array<double, 5> k_guide_widths{28, 40, 18, 10, 80};

void write_line(lxw_worksheet* sheet, lxw_row_t row, const std::vector<std::string>& cells,
                lxw_format* look) {
  for (std::size_t column = 0; column < cells.size(); ++column) {
    worksheet_write_string(sheet, row, static_cast<lxw_col_t>(column), cells[column].c_str(), look);
  }
}

// LibreOffice does not make rows higher by itself when it opens a file.
std::size_t lines_needed(const std::vector<std::string>& cells) {
  std::size_t lines = 1;
  for (std::size_t column = 0; column < cells.size(); ++column) {
    const auto width = static_cast<std::size_t>(k_guide_widths.at(column));
    lines = std::max(lines, (columns(cells[column]) + width - 1) / width);
  }
  return lines;
}

// "='Đơn vị'!$D$2:$D$4", quotation marks inside the name doubled.
std::string cells_below(const std::string& sheet, lxw_col_t column, std::size_t count) {
  std::string out = "='";
  for (const char letter : sheet) out.append(letter == '\'' ? 2U : 1U, letter);
  const auto first = cell_name(0, column);
  const auto letters = first.substr(0, first.size() - 1);
  return out + "'!$" + letters + "$2:$" + letters + "$" + std::to_string(count + 1);
}

void write_list(const Book& book, lxw_worksheet* sheet, lxw_col_t column, const std::string& head,
                const std::vector<std::string>& words) {
  auto width = columns(head);
  for (const auto& word : words) width = std::max(width, columns(word));
  worksheet_set_column(sheet, column, column, static_cast<double>(width) + 2, nullptr);
  worksheet_write_string(sheet, 0, column, head.c_str(), book.head());
  lxw_row_t row = 1;
  for (const auto& word : words) {
    worksheet_write_string(sheet, row++, column, word.c_str(), book.cell(FieldType::text));
  }
}

}  // namespace

void write_guide(const InputWorkbook& input, Book& book, lxw_worksheet* sheet) {
  set_page(sheet, true);
  for (std::size_t column = 0; column < k_guide_widths.size(); ++column) {
    const auto at = static_cast<lxw_col_t>(column);
    worksheet_set_column(sheet, at, at, k_guide_widths.at(column), nullptr);
  }
  write_line(sheet, 0, input.guide_headings, book.head());
  lxw_row_t row = 1;
  for (const auto& field : input.columns) {
    const std::vector<std::string> cells{field.name, field.label,
                                         input.type_words.at(static_cast<std::size_t>(field.type)),
                                         field.required ? input.yes : "", field.hint};
    const auto lines = static_cast<double>(lines_needed(cells));
    worksheet_set_row(sheet, row, lines * k_line_height, nullptr);
    write_line(sheet, row++, cells, book.cell(FieldType::text));
  }
  worksheet_freeze_panes(sheet, 1, 0);
  worksheet_repeat_rows(sheet, 0, 0);
}

DropDowns write_units(const InputWorkbook& input, Book& book, lxw_worksheet* sheet) {
  set_page(sheet, true);
  DropDowns lists;
  std::vector<std::string> codes;
  std::vector<std::string> names;
  for (const auto& [code, name] : input.communes) {
    codes.push_back(code);
    names.push_back(name);
  }
  write_list(book, sheet, 0, input.unit_headings.at(0), codes);
  write_list(book, sheet, 1, input.unit_headings.at(1), names);
  if (!codes.empty()) lists["commune_code"] = cells_below(input.unit_sheet, 0, codes.size());
  lxw_col_t column = k_first_list;
  for (const auto& field : input.columns) {
    const auto words = words_of(input, field);
    if (words.empty()) continue;
    lists[field.name] = cells_below(input.unit_sheet, column, words.size());
    write_list(book, sheet, column++, field.label, words);
  }
  worksheet_freeze_panes(sheet, 1, 0);
  worksheet_repeat_rows(sheet, 0, 0);
  return lists;
}

std::vector<std::string> words_of(const InputWorkbook& input, const Field& field) {
  if (field.type == FieldType::boolean) return {input.yes, input.no};
  std::vector<std::string> words;
  for (const auto& choice : field.choices) words.push_back(choice.label);
  return words;
}

}  // namespace quyche
