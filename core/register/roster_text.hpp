#pragma once
// A roster as CSV or JSON, as `register import` reads it back. For the roster job; rows go to the
// writer one after the other and are not kept.

#include <functional>
#include <string_view>

#include "xlsx/roster_definition.hpp"
#include "xlsx/roster_workbook.hpp"

namespace quyche {

/// Takes the next bytes of the file.
using TakeBytes = std::function<void(std::string_view)>;

/// Headings and labels as in the workbook, days as YYYY-MM-DD, with the mark that makes Excel read
/// UTF-8. A text that a spreadsheet program would take for a formula begins with an apostrophe.
RosterWritten write_roster_csv(const RosterDefinition& roster, const RosterRows& rows,
                               const TakeBytes& take);
/// {"records": [...]}: names of columns, values as the register keeps them; blanks are left out.
RosterWritten write_roster_json(const RosterDefinition& roster, const RosterRows& rows,
                                const TakeBytes& take);

/// The text of a CSV cell without the apostrophe that write_roster_csv sets.
[[nodiscard]] std::string_view without_guard(std::string_view text);

}  // namespace quyche
