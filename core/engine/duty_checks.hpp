#pragma once
// Whether the records of a duty fit together: who may be in a team, who is a member already,
// whether enough voted for an admission, which complaints wait. For the duty job.

#include <vector>

#include "engine/duty_values.hpp"
#include "meeting/rules.hpp"

namespace quyche {

/// Findings about `records` of `table`; an error keeps the papers from being made.
void check_duty(const std::string& table, const DutyCell& cell, const std::vector<Record>& records,
                const meeting::Rules& rules, Diagnostics& found);

/// The count of an admission by the rule of its day.
struct AdmissionVote {
  int yes = 0;
  int no = 0;
  int abstain = 0;
  int counted = 0;  ///< full members less those who do not count
  int needed = 0;
  const meeting::Rule* rule = nullptr;  ///< null: none for that day
};
[[nodiscard]] AdmissionVote admission_vote(const Record& admission, const meeting::Rules& rules);

}  // namespace quyche
