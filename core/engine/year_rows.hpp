#pragma once
// A year of meetings as the rows of the workbook that templates/meetings/rosters/year-*.xml
// describe: cells, months, meetings, tasks. For the year job.

#include "meeting/year_view.hpp"
#include "xlsx/roster_workbook.hpp"

namespace quyche {

/// Fields of one row by the name of their column.
using YearFields = Values;

[[nodiscard]] std::vector<YearFields> year_cells(const meeting::YearView& view);
[[nodiscard]] std::vector<YearFields> year_months(const meeting::YearView& view);
[[nodiscard]] std::vector<YearFields> year_meetings(const meeting::YearView& view);
[[nodiscard]] std::vector<YearFields> year_tasks(const meeting::YearView& view);

/// "Chi bộ thôn Trung", or the village where no record names a cell.
[[nodiscard]] const std::string& line_name(const meeting::YearLine& line);
/// "thường kỳ: tháng 7, tháng 8; chuyên đề: quý III"; empty: nothing is missing.
[[nodiscard]] std::string missing_text(const std::vector<meeting::MissingMeeting>& missing);

}  // namespace quyche
