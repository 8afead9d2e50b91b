#pragma once
// A chart below the rows of a roster, native to spreadsheet programs: it follows the cells when
// they are changed. For roster_sheet.

#include <string>
#include <vector>

#include "xlsx/book.hpp"
#include "xlsx/roster_definition.hpp"

namespace quyche {

/// Where on the sheet the numbers stand.
struct RosterChartRanges {
  struct Series {
    lxw_col_t column;
    std::string name;
  };
  std::string sheet;
  lxw_row_t first;
  lxw_row_t last;
  lxw_col_t categories;
  std::vector<Series> series;
  bool is_rate = false;
};

/// Puts it with its upper left corner in `row`; returns how many rows it covers with the gap after.
lxw_row_t add_roster_chart(Book& book, lxw_worksheet* sheet, lxw_row_t row,
                           const RosterChart& about, const RosterChartRanges& ranges);

}  // namespace quyche
