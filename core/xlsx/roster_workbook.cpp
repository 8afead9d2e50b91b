#include "xlsx/roster_workbook.hpp"

#include <memory>

#include "xlsx/roster_sheet.hpp"

namespace quyche {
namespace {

// Tables of the program's own need the whole sheet in memory.
constexpr std::size_t k_most_table_rows = 20'000;
constexpr std::size_t k_rows_a_sheet = 1'000'000;  // of 1.048.576, the rest for head and foot

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
    if (sheet->rows() == k_rows_a_sheet) {
      sheet->close(book, page, native);
      ++written.sheets;
      sheet = open();
    }
    written.cut_texts += sheet->write(cells, ++written.rows);
  });
  sheet->close(book, page, native);
  book.set_properties(roster.title, page.created);
  book.close();
  return written;
}

}  // namespace quyche
