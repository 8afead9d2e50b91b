#pragma once
// A year of meetings, cell by cell: held against what the rules ask, who came, what became of the
// tasks, what is missing. For the year job; holds the meetings it was made of by reference.

#include <string>
#include <vector>

#include "meeting/calendar.hpp"
#include "meeting/meeting.hpp"
#include "meeting/rules.hpp"
#include "quyche/meeting.hpp"

namespace quyche::meeting {

/// Meetings of one kind in the periods that were over on the day.
struct HeldCount {
  int asked = 0;     ///< periods that ask for one
  int kept = 0;      ///< of these with at least one
  int meetings = 0;  ///< held in the whole year
};

/// A period that asks for a meeting and had none.
struct MissingMeeting {
  Kind kind = Kind::cell_regular;
  Period period = Period::month;
  int number = 1;  ///< of the period in the year
};

/// Those who should have come and those who did, over several meetings.
struct Turnout {
  int called = 0;
  int came = 0;
};

struct TaskCount {
  int given = 0;
  int done = 0;
  int open = 0;  ///< not done and not overdue
  int overdue = 0;
};

/// One cell and its village.
struct YearLine {
  Unit unit;
  std::string secretary;  ///< who presided over its last regular meeting
  HeldCount regular, thematic, village;
  int others = 0;  ///< committee, cluster and congress
  Turnout members, households;
  TaskCount task_count;
  std::vector<TaskLine> tasks;
  std::vector<MissingMeeting> missing;
  Group meetings;  ///< of the year, in the order of days
};

struct YearView {
  int year = 0;
  Date as_of{};
  std::vector<YearLine> lines;  ///< in the order of communes and names
  int later = 0;                ///< meetings of the year after `as_of`, which count nowhere
};

/// Cells without any meeting in the year have a line when a record of another year, or `others`,
/// names them. A period counts once it is over on `as_of`, and only while the cell existed.
[[nodiscard]] YearView view_year(const std::vector<Meeting>& meetings,
                                 const std::vector<Unit>& others, const Rules& rules, int year,
                                 Date as_of);

/// Who should have been at one meeting and who was: of members those who do not count and did not
/// come lower nothing.
[[nodiscard]] Turnout turnout_of(const Meeting& meeting);

}  // namespace quyche::meeting
