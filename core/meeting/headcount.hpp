#pragma once
// Who counts at a meeting, counted once: from the list when it names those present, else from the
// totals. For the rules and the papers.

#include <string>
#include <vector>

#include "meeting/meeting.hpp"

namespace quyche::meeting {

struct Headcount {
  bool is_listed = false;  ///< the numbers come from names
  int convened = 0;        ///< members, or all households
  int full = 0;
  int probationary = 0;
  int excluded = 0;  ///< full members who do not count
  int present = 0;
  int present_full = 0;
  int present_probationary = 0;
  int excused = 0;
  int absent = 0;

  /// N of the rules: full members less those who do not count; of a village all households.
  int counted = 0;
  /// Who may vote and is there.
  int voters = 0;
};

/// The list alone, whether or not it is whole.
[[nodiscard]] Headcount count_list(const Meeting& meeting);
/// What the checks go by.
[[nodiscard]] Headcount count_heads(const Meeting& meeting);

/// Somebody of the list by name in any spelling; null when there is none.
[[nodiscard]] const Attendee* find_attendee(const Meeting& meeting, const std::string& name);
/// Everybody a name of the record may mean: members, guests, household representatives.
[[nodiscard]] std::vector<std::string> listed_names(const Meeting& meeting);

}  // namespace quyche::meeting
