#include "meeting/calendar.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace quyche::meeting {
namespace {

std::chrono::year_month month_of(int month) {
  return std::chrono::year(month / k_months) /
         std::chrono::month(static_cast<unsigned>(month % k_months) + 1);
}

}  // namespace

int months_of(Period period) {
  switch (period) {
    case Period::month:
      return 1;
    case Period::quarter:
      return 3;
    case Period::half_year:
      return 6;
    case Period::year:
      return k_months;
  }
  return 1;
}

int month_number(Date day) {
  return static_cast<int>(day.year()) * k_months +
         static_cast<int>(static_cast<unsigned>(day.month())) - 1;
}

Date first_day(int month) { return Date(month_of(month) / 1); }

Date last_day(int month) { return Date(month_of(month) / std::chrono::last); }

bool is_held(const Rule& rule, const Group& group, int period) {
  const int length = months_of(rule.period);
  return std::any_of(group.begin(), group.end(), [&](const Meeting* meeting) {
    // The law of the period's end asks; a meeting earlier in the period is one all the same.
    const bool is_of_kind =
        std::find(rule.kinds.begin(), rule.kinds.end(), meeting->kind) != rule.kinds.end();
    return is_of_kind && month_number(meeting->date) / length == period;
  });
}

std::string group_key(const Meeting& meeting) {
  const auto& unit = meeting.unit;
  const auto& name = is_party(meeting.kind) ? unit.cell : unit.village;
  return match_key(unit.commune) + '\n' + match_key(name);
}

}  // namespace quyche::meeting
