#include "meeting/meeting_check.hpp"

#include <algorithm>

#include "meeting/inspection.hpp"

namespace quyche::meeting {

MeetingReport check_meeting(const Meeting& meeting, const Rules& rules, bool english) {
  Inspection inspection(meeting, rules, english);
  check_placeholders(inspection);
  check_times(inspection);
  check_people(inspection);
  check_attendance(inspection);
  check_body(inspection);
  check_village_papers(inspection);
  check_ballots(inspection);
  check_probationary(inspection);
  check_votes(inspection);
  auto report = inspection.take();
  std::stable_sort(report.findings.begin(), report.findings.end(),
                   [](const MeetingFinding& left, const MeetingFinding& right) {
                     return left.diagnostic.severity > right.diagnostic.severity;
                   });
  return report;
}

}  // namespace quyche::meeting
