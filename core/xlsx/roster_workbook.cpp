#include "xlsx/roster_workbook.hpp"

#include <memory>

#include "xlsx/roster_sheet.hpp"
#include "xlsx/timeline_sheet.hpp"

namespace quyche {
namespace {

// Tables of the program's own need the whole sheet in memory.
constexpr std::size_t k_most_table_rows = 20'000;
constexpr lxw_col_t k_timeline_column = 5;  // beside the chart of rates

std::string sheet_name(const RosterDefinition& roster, std::size_t number) {
  return number == 1 ? roster.sheet : roster.sheet + " (" + std::to_string(number) + ")";
}

}  // namespace

RosterWritten write_roster(const RosterDefinition& roster, const RosterPage& page,
                           std::size_t count, const RosterRows& rows, const std::string& path) {
  const bool native = count <= k_most_table_rows;
  Book book(path, !native);
  RosterLooks looks(book);
  for (const auto& column : roster.columns) {
    for (const auto& choice : column.choices) looks.add_colour(book, choice.colour);
  }
  RosterWritten written;
  const auto open = [&] {
    auto sheet = std::make_unique<RosterSheet>(book.add_sheet(sheet_name(roster, written.sheets)),
                                               roster, looks);
    sheet->open(page);
    return sheet;
  };
  auto sheet = open();
  rows([&](const RosterCells& cells) {
    if (sheet->rows() == page.rows_a_sheet) {
      sheet->close(book, page, native);
      ++written.sheets;
      sheet = open();
    }
    written.cut_texts += sheet->write(cells, ++written.rows);
  });
  sheet->close(book, page, native);
  if (!page.timeline.days.empty() && written.rows > 0) {
    TimelineSheet timeline(book, roster, page.timeline, looks);
    timeline.write();
    timeline.add_chart(sheet->handle(), sheet->chart_row(), k_timeline_column);
  }
  book.set_properties(roster.title, page.created);
  book.close();
  return written;
}

}  // namespace quyche
