#pragma once
// The grid of a table whose columns came from data.

#include <cstddef>
#include <string>

namespace quyche {

/// `start` is where the table begins in `out`, which ends with it. When its rows have more or fewer
/// columns than its grid, the grid gets as many, of one width, as wide as it was altogether.
void fit_grid(std::string& out, std::size_t start);

}  // namespace quyche
