#include "xlsx/timeline_sheet.hpp"

#include <algorithm>

#include "xlsx/workbook_reader.hpp"

namespace quyche {
namespace {

constexpr lxw_row_t k_head_row = 1;  // repeated on every page, with the title above it
constexpr lxw_row_t k_first_block = 2;
constexpr lxw_row_t k_most_rows_on_a_page = 50;
constexpr double k_title_height = 24;
constexpr std::size_t k_most_lines_drawn = 12;  // more of them nobody tells apart
constexpr double k_name_width = 24;
constexpr double k_day_width = 12;
constexpr double k_chart_scale = 0.93;

std::string ratio(const std::string& part, const std::string& whole) {
  return "=IF(" + whole + "=0,0," + part + "/" + whole + ")";
}

// Nothing of nothing is nothing, as the formula says too.
double rate_of(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

TimelineSheet::TimelineSheet(Book& book, const RosterDefinition& roster,
                             const RosterTimeline& timeline, const RosterLooks& looks)
    : book_(book),
      roster_(roster),
      timeline_(timeline),
      looks_(looks),
      sheet_(book.add_sheet(roster.timeline_sheet)) {}

// A row of heading, the lines, the total, an empty row.
lxw_row_t TimelineSheet::block(unsigned number) const {
  return k_first_block + number * static_cast<lxw_row_t>(timeline_.lines.size() + 3);
}

std::size_t TimelineSheet::sum(Numbers numbers, std::size_t day) const {
  std::size_t total = 0;
  for (const auto& line : timeline_.lines) total += (line.*numbers)[day];
  return total;
}

void TimelineSheet::write() {
  const auto last = static_cast<lxw_col_t>(timeline_.days.size());
  worksheet_set_column(sheet_, 0, 0, k_name_width, nullptr);
  worksheet_set_column(sheet_, 1, last, k_day_width, nullptr);
  worksheet_merge_range(sheet_, 0, 0, 0, last, roster_.timeline_title.c_str(), looks_.title);
  const auto first_of = [&](RosterColumn::Type type) {
    return std::find_if(roster_.columns.begin(), roster_.columns.end(),
                        [&](const auto& column) { return column.type == type; });
  };
  const auto rate = first_of(RosterColumn::Type::rate);
  const auto name = first_of(RosterColumn::Type::text);
  const auto heading = [&](const std::string& wanted) {
    for (const auto& column : roster_.columns) {
      if (column.name == wanted) return column.heading;
    }
    return std::string();
  };
  write_head(name == roster_.columns.end() ? std::string() : name->heading);
  write_numbers(block(0), heading(rate->whole), &RosterTimeline::Line::whole);
  write_numbers(block(1), heading(rate->part), &RosterTimeline::Line::part);
  write_names(block(2), rate->heading);
  write_rates();
  set_page(sheet_, true);
  if (block(3) <= k_most_rows_on_a_page) {
    worksheet_fit_to_pages(sheet_, 1, 1);
  } else {
    lxw_row_t breaks[] = {block(1), block(2), 0};
    worksheet_set_h_pagebreaks(sheet_, breaks);
  }
  worksheet_set_row(sheet_, 0, k_title_height, nullptr);
  worksheet_repeat_rows(sheet_, 0, k_head_row);
  worksheet_freeze_panes(sheet_, k_first_block, 1);
  worksheet_set_footer(sheet_, "&C&P/&N");
  if (roster_.locked) worksheet_protect(sheet_, nullptr, nullptr);
}

void TimelineSheet::write_head(const std::string& names) {
  worksheet_write_string(sheet_, k_head_row, 0, names.c_str(), looks_.head);
  for (std::size_t day = 0; day < timeline_.days.size(); ++day) {
    worksheet_write_number(sheet_, k_head_row, static_cast<lxw_col_t>(day + 1),
                           sheet_day(timeline_.days[day]), looks_.head_date);
  }
}

void TimelineSheet::write_names(lxw_row_t row, const std::string& heading) {
  const auto last = static_cast<lxw_col_t>(timeline_.days.size());
  worksheet_merge_range(sheet_, row, 0, row, last, heading.c_str(), looks_.head);
  for (std::size_t line = 0; line < timeline_.lines.size(); ++line) {
    worksheet_write_string(sheet_, row + 1 + static_cast<lxw_row_t>(line), 0,
                           timeline_.lines[line].name.c_str(), looks_.text);
  }
  worksheet_write_string(sheet_, row + 1 + static_cast<lxw_row_t>(timeline_.lines.size()), 0,
                         roster_.total_label.c_str(), looks_.total_text);
}

void TimelineSheet::write_numbers(lxw_row_t row, const std::string& heading, Numbers numbers) {
  write_names(row, heading);
  const auto total = row + 1 + static_cast<lxw_row_t>(timeline_.lines.size());
  for (std::size_t day = 0; day < timeline_.days.size(); ++day) {
    const auto column = static_cast<lxw_col_t>(day + 1);
    for (std::size_t line = 0; line < timeline_.lines.size(); ++line) {
      worksheet_write_number(sheet_, row + 1 + static_cast<lxw_row_t>(line), column,
                             static_cast<double>((timeline_.lines[line].*numbers)[day]),
                             looks_.integer);
    }
    const auto formula =
        "=SUM(" + cell_name(row + 1, column) + ":" + cell_name(total - 1, column) + ")";
    worksheet_write_formula_num(sheet_, total, column, formula.c_str(), looks_.total_integer,
                                static_cast<double>(sum(numbers, day)));
  }
}

void TimelineSheet::write_rates() {
  const auto rows = timeline_.lines.size() + 1;  // the total too
  for (std::size_t day = 0; day < timeline_.days.size(); ++day) {
    const auto column = static_cast<lxw_col_t>(day + 1);
    for (std::size_t line = 0; line < rows; ++line) {
      const bool is_total = line + 1 == rows;
      const auto below = static_cast<lxw_row_t>(line + 1);
      const auto formula =
          ratio(cell_name(block(1) + below, column), cell_name(block(0) + below, column));
      const auto rate =
          is_total ? rate_of(sum(&RosterTimeline::Line::part, day),
                             sum(&RosterTimeline::Line::whole, day))
                   : rate_of(timeline_.lines[line].part[day], timeline_.lines[line].whole[day]);
      worksheet_write_formula_num(sheet_, block(2) + below, column, formula.c_str(),
                                  is_total ? looks_.total_rate : looks_.rate, rate);
    }
  }
}

void TimelineSheet::add_line(lxw_chart* chart, lxw_row_t row, bool is_total) {
  const auto* name = roster_.timeline_sheet.c_str();
  const auto last = static_cast<lxw_col_t>(timeline_.days.size());
  auto* series = chart_add_series(chart, nullptr, nullptr);
  chart_series_set_categories(series, name, k_head_row, 1, k_head_row, last);
  chart_series_set_values(series, name, row, 1, row, last);
  chart_series_set_name_range(series, name, row, 0);
  lxw_chart_line line{};
  line.color = is_total ? LXW_COLOR_BLACK : LXW_COLOR_UNSET;
  line.width = is_total ? 3 : 1.5F;
  if (is_total) chart_series_set_line(series, &line);
}

void TimelineSheet::add_chart(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column) {
  auto* chart = book_.add_chart(LXW_CHART_LINE);
  const auto lines = timeline_.lines.size();
  if (lines <= k_most_lines_drawn) {
    for (std::size_t line = 0; line < lines; ++line) {
      add_line(chart, block(2) + 1 + static_cast<lxw_row_t>(line), false);
    }
  }
  add_line(chart, block(2) + 1 + static_cast<lxw_row_t>(lines), true);
  chart_title_set_name(chart, roster_.timeline_title.c_str());
  chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
  chart_axis_set_num_format(chart->x_axis, "mm/yyyy");
  chart_axis_set_num_format(chart->y_axis, "0%");
  chart_axis_set_min(chart->y_axis, 0);
  chart_axis_set_max(chart->y_axis, 1);
  lxw_chart_options options{};
  options.x_scale = k_chart_scale;
  options.y_scale = k_chart_scale * 1.4;
  worksheet_insert_chart_opt(sheet, row, column, chart, &options);
}

}  // namespace quyche
