#pragma once
// Lines no wider than so many letters, cut where Python's textwrap cuts them.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quyche {

struct WrapStyle {
  std::size_t width = 79;  ///< letters
  bool breaks_long_words = true;
  bool breaks_on_hyphens = true;
};

/// The lines of one line; none when there is nothing in it.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view line, const WrapStyle& style);

}  // namespace quyche
