#pragma once
// What a component looks like over its letters, and where that is not what the profile asks. The
// look rules report it, fix mends it: both from here.

#include <string>

#include "check/rules.hpp"

namespace quyche::check {

/// Blanks that show their placeholder do not count, nor letters in a legacy encoding.
struct Look {
  bool is_seen = false;  ///< it has letters
  int smallest = 0;      ///< half points
  int largest = 0;
  bool all_bold = true, any_bold = false;
  bool all_italic = true, any_italic = false;
  bool any_underline = false;
  std::string colour;      ///< empty: black
  std::string wrong_font;  ///< in a slot that Vietnamese letters use
  bool wrong_spare_font = false;
};

[[nodiscard]] Look look_of(const Paper& paper, const Stretch& stretch);

struct LookFaults {
  bool size = false;
  bool bold_missing = false, bold = false;
  bool italic_missing = false, italic = false;
  bool underline_missing = false, underline = false;
  bool capitals_missing = false, capitals = false;
  bool align = false;

  [[nodiscard]] bool any() const {
    return size || bold_missing || bold || italic_missing || italic || underline_missing ||
           underline || capitals_missing || capitals || align;
  }
};

/// What of a component's look is not as the profile asks; nothing for what it does not measure.
[[nodiscard]] LookFaults faults_of(const Paper& paper, const Stretch& stretch, const Look& look);
/// Whether the profile measures more of this stretch than its font.
[[nodiscard]] bool is_measured(const Paper& paper, const Stretch& stretch);

}  // namespace quyche::check
