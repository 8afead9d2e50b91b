#pragma once
// Who has to look at what after a batch was carried over: a table for a spreadsheet.

#include <string>

#include "quyche/compare.hpp"

namespace quyche {

/// CSV with a byte order mark, a line a question or finding; only those that need a person.
[[nodiscard]] std::string rebase_table(const RebaseReport& report);

}  // namespace quyche
