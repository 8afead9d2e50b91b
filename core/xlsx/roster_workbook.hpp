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

/// What stands around the rows.
struct RosterPage {
  std::string organ;     ///< top left
  std::string subtitle;  ///< below the title
  std::string place;     ///< place and day over the signature
  Date created{};
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

/// `count`: how many rows will come; past some twenty thousand memory stays flat and the table is
/// a filtered range. Throws Error xlsx.write-failed.
RosterWritten write_roster(const RosterDefinition& roster, const RosterPage& page,
                           std::size_t count, const RosterRows& rows, const std::string& path);

}  // namespace quyche
