#include "xlsx/roster_sheet.hpp"

#include <algorithm>
#include <charconv>

#include "base/date.hpp"
#include "base/text.hpp"
#include "xlsx/roster_chart.hpp"
#include "xlsx/workbook_reader.hpp"
#include "xlsx/wrapped_text.hpp"

namespace quyche {
namespace {

using Type = RosterColumn::Type;
constexpr lxw_row_t k_organ_row = 0;
constexpr lxw_row_t k_title_row = 2;
constexpr lxw_row_t k_first_row = RosterSheet::k_head_row + 1;
constexpr std::size_t k_longest_text = 32'767;  // letters
constexpr std::size_t k_longest_kept = 32'000;
constexpr double k_head_line = 16;
constexpr double k_letters_a_unit = 0.9;  // of Vietnamese in 12 points, words kept whole
constexpr double k_bold_letters_a_unit = 0.9;
constexpr std::size_t k_most_lines = 24;  // a row is at most 409 points high
constexpr lxw_row_t k_rows_to_chart = 9;  // totals and signatures
constexpr std::size_t k_most_bars = 40;
constexpr std::size_t k_most_on_a_page = 20;

lxw_format* made(Book& book, double size, bool bold, std::uint8_t align, bool border) {
  auto* look = book.look(size, bold);
  format_set_align(look, align);
  format_set_text_wrap(look);
  if (border) format_set_border(look, LXW_BORDER_THIN);
  return look;
}

lxw_format* with_number(lxw_format* look, const char* pattern) {
  format_set_num_format(look, pattern);
  return look;
}

std::uint32_t colour_of(const std::string& text) {
  std::uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value, 16);
  return value;
}

double number_of(const std::string& text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char sign : text) out.append(sign == '"' ? 2U : 1U, sign);
  return out + "\"";
}

}  // namespace

RosterLooks::RosterLooks(Book& book)
    : organ(made(book, 13, true, LXW_ALIGN_CENTER, false)),
      title(made(book, 14, true, LXW_ALIGN_CENTER, false)),
      subtitle(made(book, 13, false, LXW_ALIGN_CENTER, false)),
      head(made(book, 12, true, LXW_ALIGN_CENTER, true)),
      head_date(with_number(made(book, 12, true, LXW_ALIGN_CENTER, true), "dd/mm/yyyy")),
      text(made(book, 12, false, LXW_ALIGN_LEFT, true)),
      centred(made(book, 12, false, LXW_ALIGN_CENTER, true)),
      integer(with_number(made(book, 12, false, LXW_ALIGN_RIGHT, true), "#,##0")),
      date(with_number(made(book, 12, false, LXW_ALIGN_CENTER, true), "dd/mm/yyyy")),
      rate(with_number(made(book, 12, false, LXW_ALIGN_RIGHT, true), "0.00%")),
      total_text(made(book, 12, true, LXW_ALIGN_CENTER, true)),
      total_integer(with_number(made(book, 12, true, LXW_ALIGN_RIGHT, true), "#,##0")),
      total_rate(with_number(made(book, 12, true, LXW_ALIGN_RIGHT, true), "0.00%")),
      sign(made(book, 13, true, LXW_ALIGN_CENTER, false)) {
  format_set_italic(subtitle);
  format_set_bg_color(head, 0xE7EEF7);
  format_set_bg_color(head_date, 0xE7EEF7);
}

void RosterLooks::add_colour(Book& book, const std::string& colour) {
  if (colour.empty() || colours.contains(colour)) return;
  auto* look = book.look(12, false);
  format_set_bg_color(look, colour_of(colour));
  colours.emplace(colour, look);
}

double sheet_day(Date day) {
  constexpr auto k_epoch = std::chrono::sys_days(std::chrono::year{1899} / 12 / 30);
  return static_cast<double>((std::chrono::sys_days(day) - k_epoch).count());
}

RosterSheet::RosterSheet(lxw_worksheet* sheet, RowWriter& rows, const RosterDefinition& roster,
                         const RosterLooks& looks)
    : sheet_(sheet),
      row_writer_(rows),
      roster_(roster),
      looks_(looks),
      sums_(roster.columns.size()),
      row_numbers_(roster.columns.size()) {}

// Columns for the program alone stand to the right of the page.
lxw_col_t RosterSheet::last_printed() const {
  auto count = roster_.columns.size();
  while (count > 1 && !roster_.columns[count - 1].printed) --count;
  return static_cast<lxw_col_t>(count - 1);
}

void RosterSheet::open(const RosterPage& page) {
  const auto last = last_printed();
  const auto middle = static_cast<lxw_col_t>(last / 2);
  for (lxw_col_t column = 0; column < roster_.columns.size(); ++column) {
    worksheet_set_column(sheet_, column, column, roster_.columns[column].width, nullptr);
  }
  if (middle > 0) {
    worksheet_merge_range(sheet_, k_organ_row, 0, k_organ_row, middle, page.organ.c_str(),
                          looks_.organ);
  }
  if (middle + 1 < last) {
    worksheet_merge_range(sheet_, k_organ_row, static_cast<lxw_col_t>(middle + 1), k_organ_row,
                          last, roster_.heading.c_str(), looks_.organ);
  }
  worksheet_merge_range(sheet_, k_title_row, 0, k_title_row, last, roster_.title.c_str(),
                        looks_.title);
  worksheet_merge_range(sheet_, k_title_row + 1, 0, k_title_row + 1, last, page.subtitle.c_str(),
                        looks_.subtitle);
  std::size_t lines = 1;
  for (const auto& column : roster_.columns) {
    const auto letters = static_cast<std::size_t>(column.width * k_bold_letters_a_unit);
    lines = std::max(lines, lines_in(column.heading, std::max<std::size_t>(letters, 1)));
  }
  worksheet_set_row(sheet_, k_head_row, k_head_line * static_cast<double>(lines) + 6, nullptr);
  for (lxw_col_t column = 0; column < roster_.columns.size(); ++column) {
    const auto& about = roster_.columns[column];
    worksheet_write_string(sheet_, k_head_row, column, about.heading.c_str(), looks_.head);
    if (!about.note.empty()) {
      worksheet_write_comment(sheet_, k_head_row, column, about.note.c_str());
    }
  }
}

std::size_t RosterSheet::lines_of(const RosterCells& cells) const {
  std::size_t most = 1;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto type = roster_.columns[i].type;
    if (type != Type::text && type != Type::choice) continue;
    const auto letters = static_cast<std::size_t>(roster_.columns[i].width * k_letters_a_unit);
    if (cells[i].size() <= letters && cells[i].find('\n') == std::string::npos) continue;
    most = std::max(most, lines_in(cells[i], std::max<std::size_t>(letters, 1)));
  }
  return std::min(most, k_most_lines);
}

void RosterSheet::take_numbers(const RosterCells& cells) {
  for (std::size_t i = 0; i < roster_.columns.size(); ++i) {
    const auto& about = roster_.columns[i];
    row_numbers_[i] = about.type == Type::integer ? number_of(cells[i]) : 0;
    if (about.type != Type::count) continue;
    row_numbers_[i] = static_cast<double>(counted(roster_, about, cells));
  }
}

double RosterSheet::rate_of(const RosterColumn& about, const std::vector<double>& numbers) const {
  const double whole = numbers[column_of(about.whole)];
  return whole == 0 ? 0 : numbers[column_of(about.part)] / whole;
}

double RosterSheet::sum_of(const RosterColumn& about) const {
  double sum = 0;
  for (const auto& name : about.parts) sum += row_numbers_[column_of(name)];
  return sum;
}

std::size_t RosterSheet::write(const RosterCells& cells, std::size_t serial) {
  std::size_t cut = 0;
  const auto row = static_cast<lxw_row_t>(k_first_row + rows_);
  row_writer_.begin(row, lines_of(cells));
  take_numbers(cells);
  for (std::size_t i = 0; i < roster_.columns.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    const auto& about = roster_.columns[i];
    if (about.type == Type::serial) {
      row_writer_.number(column, looks_.centred, static_cast<double>(serial));
    } else if (about.type == Type::count) {
      row_writer_.formula(column, looks_.integer, count_formula(row, column), row_numbers_[i]);
    } else if (about.type == Type::rate) {
      row_writer_.formula(column, looks_.rate, rate_formula(row, column),
                          rate_of(about, row_numbers_));
    } else if (about.type == Type::sum) {
      row_numbers_[i] = sum_of(about);
      sums_[i] += row_numbers_[i];
      row_writer_.formula(column, looks_.integer, sum_formula(row, column), row_numbers_[i]);
    } else {
      write_cell(column, cells[i], cut);
    }
  }
  ++rows_;
  return cut;
}

void RosterSheet::write_cell(lxw_col_t column, const std::string& text, std::size_t& cut) {
  const auto& about = roster_.columns[column];
  auto* look = about.type == Type::text ? looks_.text : looks_.centred;
  if (text.empty()) {
    row_writer_.blank(column, look);
    return;
  }
  if (about.type == Type::integer) {
    const double value = row_numbers_[column];
    sums_[column] += value;
    row_writer_.number(column, looks_.integer, value);
    return;
  }
  const auto day = about.type == Type::date ? date_from_iso(text) : std::nullopt;
  if (day) {
    row_writer_.number(column, looks_.date, sheet_day(*day));
    return;
  }
  if (text.size() <= k_longest_text || columns(text) <= k_longest_text) {
    row_writer_.text(column, look, text);
    return;
  }
  ++cut;
  row_writer_.text(column, look, column_range(text, 0, k_longest_kept) + "…");
}

std::string RosterSheet::rate_formula(lxw_row_t row, lxw_col_t column) const {
  const auto& about = roster_.columns[column];
  const auto part = cell_name(row, column_of(about.part));
  const auto whole = cell_name(row, column_of(about.whole));
  return "=IF(" + whole + "=0,0," + part + "/" + whole + ")";
}

std::string RosterSheet::count_formula(lxw_row_t row, lxw_col_t column) const {
  const auto& about = roster_.columns[column];
  const auto cells =
      cell_name(row, column_of(about.part)) + ":" + cell_name(row, column_of(about.whole));
  return about.equals.empty() ? "=COUNTA(" + cells + ")"
                              : "=COUNTIF(" + cells + "," + quoted(about.equals) + ")";
}

std::string RosterSheet::sum_formula(lxw_row_t row, lxw_col_t column) const {
  std::string formula = "=";
  for (const auto& name : roster_.columns[column].parts) {
    formula += (formula.size() > 1 ? "+" : "") + cell_name(row, column_of(name));
  }
  return formula;
}

lxw_row_t RosterSheet::row_after() const {
  return static_cast<lxw_row_t>(k_first_row + std::max<std::size_t>(rows_, 1));
}

lxw_row_t RosterSheet::chart_row() const { return row_after() + k_rows_to_chart; }

std::string RosterSheet::range(lxw_col_t column) const {
  return cell_name(k_first_row, column) + ":" + cell_name(k_first_row + rows_ - 1, column);
}

void RosterSheet::write_totals(lxw_row_t row) {
  const bool any = std::any_of(roster_.columns.begin(), roster_.columns.end(),
                               [](const RosterColumn& column) { return column.total; });
  if (!any || rows_ == 0) return;
  for (std::size_t i = 0; i < roster_.columns.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    const auto& about = roster_.columns[i];
    if (about.total && (about.type == Type::integer || about.type == Type::sum)) {
      const auto formula = "=SUM(" + range(column) + ")";
      worksheet_write_formula_num(sheet_, row, column, formula.c_str(), looks_.total_integer,
                                  sums_[i]);
    } else if (about.total && about.type == Type::rate) {
      worksheet_write_formula_num(sheet_, row, column, rate_formula(row, column).c_str(),
                                  looks_.total_rate, rate_of(about, sums_));
    } else {
      worksheet_write_string(sheet_, row, column, i == 1 ? roster_.total_label.c_str() : "",
                             looks_.total_text);
    }
  }
}

lxw_col_t RosterSheet::column_of(const std::string& name) const {
  for (std::size_t i = 0; i < roster_.columns.size(); ++i) {
    if (roster_.columns[i].name == name) return static_cast<lxw_col_t>(i);
  }
  return 0;
}

void RosterSheet::add_table() {
  std::vector<std::string> headings;  // the library takes texts it does not change as char*
  for (const auto& column : roster_.columns) headings.push_back(column.heading);
  std::vector<lxw_table_column> columns(roster_.columns.size());
  std::vector<lxw_table_column*> list;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    columns[i].header = headings[i].data();
    columns[i].header_format = looks_.head;
    list.push_back(&columns[i]);
  }
  list.push_back(nullptr);
  lxw_table_options options{};
  options.columns = list.data();
  options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
  options.style_type_number = 0;
  worksheet_add_table(sheet_, k_head_row, 0,
                      static_cast<lxw_row_t>(k_head_row + std::max<std::size_t>(rows_, 1)),
                      static_cast<lxw_col_t>(columns.size() - 1), &options);
}

void RosterSheet::add_rules() {
  const auto last = static_cast<lxw_row_t>(k_head_row + std::max<std::size_t>(rows_, 1));
  for (std::size_t i = 0; i < roster_.columns.size(); ++i) {
    const auto& about = roster_.columns[i];
    const auto column = static_cast<lxw_col_t>(i);
    if (about.type == Type::choice) add_colours(column);
    if (!about.edit || about.choices.empty()) continue;
    auto choices = about.choices;
    std::vector<char*> labels;
    for (auto& choice : choices) labels.push_back(choice.label.data());
    labels.push_back(nullptr);
    lxw_data_validation rule{};
    rule.validate = LXW_VALIDATION_TYPE_LIST;
    rule.value_list = labels.data();
    rule.ignore_blank = LXW_VALIDATION_ON;
    // A list longer than 255 characters does not fit; the column is then checked when read back.
    worksheet_data_validation_range(sheet_, k_first_row, column, last, column, &rule);
  }
}

void RosterSheet::add_colours(lxw_col_t column) {
  const auto last = static_cast<lxw_row_t>(k_head_row + std::max<std::size_t>(rows_, 1));
  for (const auto& choice : roster_.columns[column].choices) {
    if (choice.colour.empty()) continue;
    lxw_conditional_format rule{};
    auto value = quoted(choice.label);
    rule.type = LXW_CONDITIONAL_TYPE_CELL;
    rule.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
    rule.value_string = value.data();
    rule.format = looks_.colours.at(choice.colour);
    worksheet_conditional_format_range(sheet_, k_first_row, column, last, column, &rule);
  }
}

void RosterSheet::add_charts(Book& book, lxw_row_t row) {
  if (rows_ == 0 || rows_ > k_most_bars) return;
  const auto last = static_cast<lxw_row_t>(k_head_row + rows_);
  for (const auto& about : roster_.charts) {
    RosterChartRanges ranges{roster_.sheet, k_first_row, last, column_of(about.by), {}};
    for (const auto& name : about.of) {
      const auto column = column_of(name);
      ranges.series.push_back({column, roster_.columns[column].heading});
      ranges.is_rate = roster_.columns[column].type == Type::rate;
    }
    row += add_roster_chart(book, sheet_, row, about, ranges);
  }
}

void RosterSheet::close(Book& book, const RosterPage& page) {
  const auto last = last_printed();
  const auto after = row_after();
  add_table();
  add_rules();
  write_totals(after);
  const auto middle = static_cast<lxw_col_t>(last / 2);
  if (!roster_.sign_right.empty() && middle + 1 < last) {
    const auto right = static_cast<lxw_col_t>(middle + 1);
    worksheet_merge_range(sheet_, after + 2, right, after + 2, last, page.place.c_str(),
                          looks_.subtitle);
    worksheet_merge_range(sheet_, after + 3, 0, after + 3, middle, roster_.sign_left.c_str(),
                          looks_.sign);
    worksheet_merge_range(sheet_, after + 3, right, after + 3, last, roster_.sign_right.c_str(),
                          looks_.sign);
  }
  add_charts(book, chart_row());
  // A short summary and its charts stand on one page, upright: a chart cut in two is no chart.
  const bool is_one_page = !roster_.charts.empty() && rows_ <= k_most_on_a_page;
  set_page(sheet_, !is_one_page);
  if (is_one_page) {
    worksheet_fit_to_pages(sheet_, 1, 1);
  } else if (!roster_.charts.empty() || !roster_.timeline_sheet.empty()) {
    lxw_row_t breaks[] = {chart_row() - 1, 0};
    worksheet_set_h_pagebreaks(sheet_, breaks);
  }
  if (last + 1U < roster_.columns.size()) worksheet_print_area(sheet_, 0, 0, after + 3, last);
  worksheet_repeat_rows(sheet_, k_head_row, k_head_row);
  worksheet_freeze_panes(sheet_, k_first_row, 2);
  worksheet_set_footer(sheet_, "&C&P/&N");
  if (roster_.locked) worksheet_protect(sheet_, nullptr, nullptr);
}

}  // namespace quyche
