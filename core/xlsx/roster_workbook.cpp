#include "xlsx/roster_workbook.hpp"

#include <memory>
#include <optional>

#include "xlsx/roster_sheet.hpp"
#include "xlsx/sheet_insert.hpp"
#include "xlsx/timeline_sheet.hpp"

namespace quyche {
namespace {

constexpr lxw_col_t k_timeline_column = 5;  // beside the chart of rates
// A part of a workbook holds less than four gigabytes; the rest of the sheet needs little.
constexpr std::uint64_t k_largest_sheet = 3ULL << 30U;

std::string sheet_name(const RosterDefinition& roster, std::size_t number) {
  return number == 1 ? roster.sheet : roster.sheet + " (" + std::to_string(number) + ")";
}

// The sheets of one roster, the next one begun when one is full.
class PartSheets {
 public:
  PartSheets(Book& book, const RosterPart& part, const RosterLooks& looks,
             std::vector<InsertedRows>& inserted)
      : book_(book), part_(part), looks_(looks), inserted_(inserted) {
    open();
  }

  /// Returns how many texts were cut.
  std::size_t write(const RosterCells& cells, std::size_t serial) {
    const bool is_large = stream_ != nullptr && stream_->sum().size > k_largest_sheet;
    if (is_large || sheet_->rows() == part_.page.rows_a_sheet) {
      close();
      open();
    }
    return sheet_->write(cells, serial);
  }

  void close() {
    if (stream_ != nullptr) stream_->end();
    sheet_->close(book_, part_.page);
  }

  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] RosterSheet& last() { return *sheet_; }

 private:
  void open() {
    auto* sheet = book_.add_sheet(sheet_name(part_.roster, ++count_));
    if (part_.roster.charts.empty()) {
      auto rows = std::make_unique<RowStream>(part_.roster.columns.size());
      stream_ = rows.get();
      inserted_.push_back({book_.sheets(), RosterSheet::k_head_row, std::move(rows)});
    } else {
      library_.emplace(sheet);
    }
    RowWriter& rows = stream_ != nullptr ? static_cast<RowWriter&>(*stream_) : *library_;
    sheet_.emplace(sheet, rows, part_.roster, looks_);
    sheet_->open(part_.page);
  }

  Book& book_;
  const RosterPart& part_;
  const RosterLooks& looks_;
  std::vector<InsertedRows>& inserted_;
  RowStream* stream_ = nullptr;  // owned by inserted_
  std::optional<LibraryRows> library_;
  std::optional<RosterSheet> sheet_;
  std::size_t count_ = 0;
};

// Writes one part, and adds to `written`; the number of its sheets is its own.
void write_part(Book& book, const RosterPart& part, std::vector<InsertedRows>& inserted,
                RosterWritten& written) {
  const auto& roster = part.roster;
  RosterLooks looks(book);
  for (const auto& column : roster.columns) {
    for (const auto& choice : column.choices) looks.add_colour(book, choice.colour);
  }
  std::size_t serial = 0;
  PartSheets sheets(book, part, looks, inserted);
  part.rows([&](const RosterCells& cells) { written.cut_texts += sheets.write(cells, ++serial); });
  sheets.close();
  const auto& history = part.page.timeline;
  if (!history.days.empty() && serial > 0) {
    TimelineSheet timeline(book, roster, history, looks);
    timeline.write();
    timeline.add_chart(sheets.last().handle(), sheets.last().chart_row(), k_timeline_column);
  }
  written.sheets += sheets.count();
  written.rows += serial;
}

}  // namespace

RosterWritten write_rosters(const std::vector<RosterPart>& parts, const std::string& path) {
  Book book(path);
  RosterWritten written{0, 0, 0};
  std::vector<InsertedRows> inserted;
  for (const auto& part : parts) write_part(book, part, inserted, written);
  book.set_properties(parts.front().roster.title, parts.front().page.created);
  book.close();
  if (!inserted.empty()) insert_rows(path, inserted);
  return written;
}

RosterWritten write_roster(const RosterDefinition& roster, const RosterPage& page,
                           const RosterRows& rows, const std::string& path) {
  return write_rosters({{roster, page, rows}}, path);
}

}  // namespace quyche
