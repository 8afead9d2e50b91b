#pragma once
// How wide words stand in Times New Roman, for rules that are as long as a text and columns that
// must hold one. Advance widths of the upright, bold and italic faces (Tinos, metric-compatible).

#include <string_view>

namespace quyche {

/// How words are set, as far as their width goes.
struct Letters {
  int half_points = 28;
  bool bold = false;
  bool italic = false;
};

/// Twips, rounded, of one line of UTF-8 text at `half_points`. Bold italic counts as bold.
/// Letters outside Vietnamese count as "n".
[[nodiscard]] int text_width(std::string_view text, Letters letters);

/// The least width, up to `available`, in which the text takes no more lines than in `available`: a
/// name that must wrap does so in lines of about one length.
[[nodiscard]] int balanced_width(std::string_view text, Letters letters, int available);

}  // namespace quyche
