#include "xlsx/roster_chart.hpp"

#include <algorithm>

namespace quyche {
namespace {

using Kind = RosterChart::Kind;
constexpr double k_pixels_a_row = 22;  // of 16.5 point
constexpr double k_height = 330;
constexpr double k_frame = 90;  // title, axis and legend
constexpr double k_bar = 26;
constexpr double k_tallest = 3000;

bool lies(Kind kind) { return kind == Kind::bar || kind == Kind::stacked_bar; }

lxw_chart_type type_of(Kind kind) {
  switch (kind) {
    case Kind::bar:
      return LXW_CHART_BAR;
    case Kind::stacked_bar:
      return LXW_CHART_BAR_STACKED;
    case Kind::column:
      return LXW_CHART_COLUMN;
    case Kind::stacked_column:
      return LXW_CHART_COLUMN_STACKED;
    case Kind::line:
      return LXW_CHART_LINE;
  }
  return LXW_CHART_BAR;
}

// Bars lie one under the other: with more of them the chart is taller, not denser.
double height_of(Kind kind, const RosterChartRanges& ranges) {
  if (!lies(kind)) return k_height;
  const double bars = ranges.last - ranges.first + 1;
  return std::clamp(k_frame + k_bar * bars, k_height / 2, k_tallest);
}

// Colours that also tell apart in grey: dark, middle, light, red for what is wrong.
constexpr lxw_color_t k_colours[] = {0x1F4E79, 0x9DC3E6, 0xF4B183, 0xC00000};

void add_series(lxw_chart* chart, const RosterChartRanges& ranges, Kind kind) {
  std::size_t serial = 0;
  for (const auto& [column, name] : ranges.series) {
    auto* series = chart_add_series(chart, nullptr, nullptr);
    chart_series_set_categories(series, ranges.sheet.c_str(), ranges.first, ranges.categories,
                                ranges.last, ranges.categories);
    chart_series_set_values(series, ranges.sheet.c_str(), ranges.first, column, ranges.last,
                            column);
    chart_series_set_name(series, name.c_str());
    lxw_chart_fill fill{};
    lxw_chart_line line{};
    fill.color = line.color = k_colours[serial++ % std::size(k_colours)];
    if (kind == Kind::line) {
      line.width = 2.25F;
      chart_series_set_line(series, &line);
    } else {
      chart_series_set_fill(series, &fill);
    }
  }
}

}  // namespace

lxw_row_t add_roster_chart(Book& book, lxw_worksheet* sheet, lxw_row_t row,
                           const RosterChart& about, const RosterChartRanges& ranges) {
  auto* chart = book.add_chart(type_of(about.kind));
  add_series(chart, ranges, about.kind);
  chart_title_set_name(chart, about.title.c_str());
  chart_legend_set_position(
      chart, ranges.series.size() > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
  // Of a lying chart the library calls the axis of the categories y.
  if (lies(about.kind)) chart_axis_set_reverse(chart->y_axis);
  auto* axis = lies(about.kind) ? chart->x_axis : chart->y_axis;
  chart_axis_set_min(axis, 0);
  if (ranges.is_rate) {
    chart_axis_set_num_format(axis, "0%");
    chart_axis_set_max(axis, 1);
  } else {
    chart_axis_set_num_format(axis, "0");
  }
  const double height = height_of(about.kind, ranges);
  lxw_chart_options place{};
  place.x_scale = about.width / 480;  // of the size that the library gives a chart
  place.y_scale = height / 288;
  worksheet_insert_chart_opt(sheet, row, 0, chart, &place);
  return static_cast<lxw_row_t>(height / k_pixels_a_row) + 2;
}

}  // namespace quyche
