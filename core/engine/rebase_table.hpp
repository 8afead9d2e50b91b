#pragma once
// Who has to look at what after a batch was carried over: a table for a spreadsheet.

#include <string>
#include <vector>

#include "quyche/compare.hpp"

namespace quyche {

/// CSV with a byte order mark, a line a question or finding; only those that need a person.
[[nodiscard]] std::string rebase_table(const RebaseReport& report);

/// CSV that `quyche register import` takes: each of these cells that has issued needs review now.
[[nodiscard]] std::string review_table(const std::vector<Values>& cells);

}  // namespace quyche
