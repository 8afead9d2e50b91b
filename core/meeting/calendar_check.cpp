#include <algorithm>
#include <map>
#include <string>

#include "meeting/calendar.hpp"
#include "meeting/inspection.hpp"
#include "meeting/meeting_check.hpp"

namespace quyche::meeting {
namespace {

std::string period_code(Period period) {
  switch (period) {
    case Period::month:
      return "meeting.none-in-month";
    case Period::quarter:
      return "meeting.none-in-quarter";
    case Period::half_year:
      return "meeting.none-in-half-year";
    case Period::year:
      return "meeting.none-in-year";
  }
  return {};
}

class Calendar {
 public:
  Calendar(std::string unit, const Group& meetings, bool english)
      : unit_(std::move(unit)), meetings_(meetings), english_(english) {
    for (const auto* meeting : meetings) {
      const int month = month_number(meeting->date);
      first_ = meetings_.front() == meeting ? month : std::min(first_, month);
      last_ = meetings_.front() == meeting ? month : std::max(last_, month);
    }
  }

  void check(const Rule& rule, MeetingReport& report) const {
    const int length = months_of(rule.period);
    for (int period = first_ / length; period <= last_ / length; ++period) {
      const int end = (period + 1) * length - 1;
      const auto day = last_day(end);
      if (end > last_ || !rule.validity.contains(day) || is_held(rule, meetings_, period)) continue;
      Diagnostic diagnostic{rule.severity,
                            {period_code(rule.period),
                             {unit_, std::to_string(period * length % k_months / length + 1),
                              std::to_string(period * length / k_months)}},
                            {},
                            {}};
      report.findings.push_back(finding_of(rule, day, english_, std::move(diagnostic)));
    }
  }

 private:
  std::string unit_;
  const Group& meetings_;
  bool english_;
  int first_ = 0;
  int last_ = 0;
};

}  // namespace

MeetingReport check_calendar(const std::vector<Meeting>& meetings, const Rules& rules,
                             bool english) {
  std::map<std::pair<bool, std::string>, Group> groups;
  for (const auto& meeting : meetings) {
    groups[{is_party(meeting.kind), group_key(meeting)}].push_back(&meeting);
  }
  MeetingReport report;
  for (const auto& [key, group] : groups) {
    const auto& unit = group.front()->unit;
    const Calendar calendar(key.first ? unit.cell : unit.village, group, english);
    for (const auto& rule : rules.all()) {
      const bool is_for_group = !rule.kinds.empty() && is_party(rule.kinds.front()) == key.first;
      if (rule.test == Test::held_each && is_for_group) calendar.check(rule, report);
    }
  }
  return report;
}

}  // namespace quyche::meeting
