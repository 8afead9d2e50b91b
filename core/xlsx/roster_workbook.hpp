#pragma once
// A roster as a workbook: header block, title, a table with filter, real dates and numbers, totals
// as formulas, ready to print. For the roster job; rows come one after the other and are not kept.

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "quyche/values.hpp"
#include "xlsx/roster_definition.hpp"

namespace quyche {

/// How the rate of a summary came about: of every line, what it was on each day.
struct RosterTimeline {
  struct Line {
    std::string name;
    std::vector<std::size_t> part;
    std::vector<std::size_t> whole;
  };
  std::vector<Date> days;
  std::vector<Line> lines;
};

/// What stands around the rows.
struct RosterPage {
  std::string organ;     ///< top left
  std::string subtitle;  ///< below the title
  std::string place;     ///< place and day over the signature
  Date created{};
  RosterTimeline timeline;               ///< no days: none
  std::size_t rows_a_sheet = 1'000'000;  ///< of 1.048.576, the rest for head and foot
};

using RosterCells = std::vector<std::string>;  ///< canonical text by column; serials empty
using TakeRow = std::function<void(const RosterCells&)>;
/// Gives every row to the taker, in order.
using RosterRows = std::function<void(const TakeRow&)>;

struct RosterWritten {
  std::size_t rows = 0;
  std::size_t sheets = 1;
  std::size_t cut_texts = 0;  ///< longer than a cell may hold
};

/// One roster of a workbook that has several, each on sheets of its own.
struct RosterPart {
  const RosterDefinition& roster;
  RosterPage page;
  RosterRows rows;
};

/// Memory does not grow with the rows, but for rosters with charts. Throws Error xlsx.write-failed,
/// archive.too-large, file.*.
RosterWritten write_roster(const RosterDefinition& roster, const RosterPage& page,
                           const RosterRows& rows, const std::string& path);
/// All parts in one workbook, called what the first is called.
RosterWritten write_rosters(const std::vector<RosterPart>& parts, const std::string& path);

}  // namespace quyche
