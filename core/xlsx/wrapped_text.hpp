#pragma once
// How many lines a text takes in a cell that wraps it between words. For the heights of rows.

#include <cstddef>
#include <string_view>

namespace quyche {

/// Lines of at most `letters`; a longer word goes on in the next line.
[[nodiscard]] std::size_t lines_in(std::string_view text, std::size_t letters);

}  // namespace quyche
