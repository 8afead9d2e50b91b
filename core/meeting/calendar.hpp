#pragma once
// When meetings were held and when the rules ask for them: months, quarters, half years and years
// of one cell or village. For the calendar check and the year view.

#include <string>
#include <vector>

#include "meeting/meeting.hpp"
#include "meeting/rules.hpp"

namespace quyche::meeting {

inline constexpr int k_months = 12;  ///< of a year

/// The meetings of one cell or village.
using Group = std::vector<const Meeting*>;

[[nodiscard]] int months_of(Period period);
/// Months since year 0; divided by a period's length it numbers the periods.
[[nodiscard]] int month_number(Date day);
[[nodiscard]] Date first_day(int month);
[[nodiscard]] Date last_day(int month);
/// Whether `group` met as `rule` asks in the period with this number.
[[nodiscard]] bool is_held(const Rule& rule, const Group& group, int period);

/// What the meetings of one cell or village have in common: commune, and its name in any spelling.
[[nodiscard]] std::string group_key(const Meeting& meeting);

}  // namespace quyche::meeting
