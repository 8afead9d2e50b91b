#pragma once
// How the running text of a paper is spaced (first line, lines, space between paragraphs) and where
// that is not as the profile asks. The look rules report it, fix mends it: both from here.

#include "check/rules.hpp"

namespace quyche::check {

struct SpacingFaults {
  bool first_line = false;
  bool line = false;
  bool between = false;  ///< to the paragraph behind it

  [[nodiscard]] bool any() const { return first_line || line || between; }
};

/// Nothing for what is no running text, or is placed by tabs, spaces or automatic numbers.
[[nodiscard]] SpacingFaults spacing_faults(const Paper& paper, const Stretch& stretch);

}  // namespace quyche::check
