#pragma once
// The sheet behind a summary that says how its rate came about, day by day, and the line chart of
// it. For roster_workbook, which owns the book.

#include <string>

#include "xlsx/roster_sheet.hpp"

namespace quyche {

class TimelineSheet {
 public:
  TimelineSheet(Book& book, const RosterDefinition& roster, const RosterTimeline& timeline,
                const RosterLooks& looks);

  /// Whole, part and rate of every line on every day, with totals, all as formulas.
  void write();
  /// The rates as lines, on another sheet.
  void add_chart(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column);

 private:
  using Numbers = std::vector<std::size_t> RosterTimeline::Line::*;
  void write_head(const std::string& names);
  void write_names(lxw_row_t row, const std::string& heading);
  void write_numbers(lxw_row_t row, const std::string& heading, Numbers numbers);
  void write_rates();
  [[nodiscard]] lxw_row_t block(unsigned number) const;
  [[nodiscard]] std::size_t sum(Numbers numbers, std::size_t day) const;
  void add_line(lxw_chart* chart, lxw_row_t row, bool is_total);

  Book& book_;
  const RosterDefinition& roster_;
  const RosterTimeline& timeline_;
  const RosterLooks& looks_;
  lxw_worksheet* sheet_;
};

}  // namespace quyche
