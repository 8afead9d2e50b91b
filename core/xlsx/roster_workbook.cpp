#include "xlsx/roster_workbook.hpp"

#include <algorithm>
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

// Writes one part, and adds to `written`; the number of its sheets is its own.
void write_part(Book& book, const RosterPart& part, bool native, RosterWritten& written) {
  const auto& roster = part.roster;  // no structured binding: clang 14 lets no lambda see one
  const auto& page = part.page;
  RosterLooks looks(book);
  for (const auto& column : roster.columns) {
    for (const auto& choice : column.choices) looks.add_colour(book, choice.colour);
  }
  std::size_t serial = 0;
  std::size_t sheets = 0;
  const auto open = [&] {
    ++written.sheets;
    auto sheet =
        std::make_unique<RosterSheet>(book.add_sheet(sheet_name(roster, ++sheets)), roster, looks);
    sheet->open(page);
    return sheet;
  };
  auto sheet = open();
  part.rows([&](const RosterCells& cells) {
    if (sheet->rows() == page.rows_a_sheet) {
      sheet->close(book, page, native);
      sheet = open();
    }
    written.cut_texts += sheet->write(cells, ++serial);
  });
  sheet->close(book, page, native);
  if (!page.timeline.days.empty() && serial > 0) {
    TimelineSheet timeline(book, roster, page.timeline, looks);
    timeline.write();
    timeline.add_chart(sheet->handle(), sheet->chart_row(), k_timeline_column);
  }
  written.rows += serial;
}

}  // namespace

RosterWritten write_rosters(const std::vector<RosterPart>& parts, const std::string& path) {
  std::size_t most = 0;
  for (const auto& part : parts) most = std::max(most, part.count);
  const bool native = most <= k_most_table_rows;
  Book book(path, !native);
  RosterWritten written{0, 0, 0};
  for (const auto& part : parts) write_part(book, part, native, written);
  book.set_properties(parts.front().roster.title, parts.front().page.created);
  book.close();
  return written;
}

RosterWritten write_roster(const RosterDefinition& roster, const RosterPage& page,
                           std::size_t count, const RosterRows& rows, const std::string& path) {
  return write_rosters({{roster, page, count, rows}}, path);
}

}  // namespace quyche
