#pragma once
// One meeting as it was held: who came, what was said, how it was voted, what is to be done. Read
// from a file by meeting_file, measured by the rules, printed by the papers. Holds text and counts
// as recorded, right or wrong; nothing is computed here.

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "meeting/vote.hpp"
#include "quyche/values.hpp"

namespace quyche::meeting {

enum class Kind { cell_regular, cell_thematic, cell_committee, village, cluster, congress };

/// Minutes since midnight.
using TimeOfDay = std::chrono::minutes;

/// Where the meeting belongs. `cell` for Party meetings, `village` for village meetings; both may
/// be given.
struct Unit {
  std::string cell;              ///< "Chi bộ thôn Mẫu Thượng"
  std::string village;           ///< "thôn Mẫu Thượng"
  std::string commune;           ///< "xã Mẫu"
  std::string commune_code;      ///< GSO code; empty: not known
  std::string district;          ///< empty after 30/6/2025
  std::string province;          ///< "tỉnh Hưng Yên"
  std::string upper_party_body;  ///< "Đảng bộ xã Mẫu"; empty: from the commune
  std::optional<Date> founded;   ///< the cell's first day
  std::optional<Date> ended;     ///< the cell's last day
};

struct Person {
  std::string name;
  std::string post;  ///< what stands beside the name in a paper
};

enum class Presence { present, excused, absent };  ///< có mặt, vắng có lý do, vắng không lý do
enum class Membership { full, probationary, temporary, guest };
/// Who does not count among those convened unless present (Quy định 24-QĐ/TW): exempt from
/// activity, on temporary activity elsewhere, suspended; excused for the whole congress.
enum class Standing { active, exempt, elsewhere, suspended, excused_throughout };

struct Attendee {
  std::string name;
  std::string post;
  Membership membership = Membership::full;
  Standing standing = Standing::active;
  Presence presence = Presence::present;
  std::string reason;  ///< of an absence
};

struct Household {
  std::string number;          ///< in the village's list; may be empty
  std::string head;            ///< chủ hộ
  std::string representative;  ///< who came; empty: the head
  Presence presence = Presence::present;
  std::string reason;
};

/// Totals as somebody counted them. A number that is not given is counted from the list.
struct Totals {
  std::optional<int> convened;            ///< members, or all households of the village
  std::optional<int> cluster;             ///< households of the cluster that meets
  std::optional<int> full, probationary;  ///< of the convened members
  std::optional<int> excluded;            ///< full members who do not count (see Standing)
  std::optional<int> present;
  std::optional<int> present_full;
  std::optional<int> present_probationary;
  std::optional<int> excused;
  std::optional<int> absent;
};

/// Members and guests of a Party meeting, or households of a village meeting; a list, totals, or
/// both.
struct Attendance {
  std::vector<Attendee> people;
  std::vector<Household> households;
  Totals totals;
};

/// The days around the election of a village head.
struct Election {
  std::optional<Date> plan_on;        ///< the commune's plan
  std::optional<Date> team_on;        ///< the electoral team is set up
  std::optional<Date> first_vote_on;  ///< the vote before, when this one repeats it
  std::optional<Date> dismissed_on;   ///< the head before was dismissed
  std::optional<Date> reported_on;    ///< the result reached the commune; empty: on the day itself
  std::optional<Date> recognised_on;  ///< by the commune's People's Committee
};

struct SentPaper {
  std::string title;
  std::optional<Date> sent_on;
};

struct Contribution {
  std::string speaker;
  std::string text;
};

struct AgendaItem {
  std::string title;
  std::string proposed_by;
  std::vector<std::string> agreed_by;
  std::string presented_by;
  std::string content;  ///< what was presented; paragraphs parted by line feeds
  std::vector<SentPaper> papers;
  std::vector<Contribution> discussion;
  std::string conclusion;  ///< of the chair
};

enum class TaskState { open, partly, done };

struct Task {
  std::string id;
  std::string text;
  std::string assignee;  ///< person or organisation that answers for it
  std::string post;
  std::vector<std::string> together_with;
  std::optional<Date> deadline;
  TaskState state = TaskState::open;
  std::string result;
  std::optional<Date> given_on;  ///< day of the meeting that gave it; empty: this one
};

enum class Grade { good, fair, average, poor };  ///< tốt, khá, trung bình, kém

struct SelfAssessment {
  std::optional<int> score;  ///< of 100
  std::optional<Grade> grade;
  std::string remark;
};

/// What the resolution says beside decisions and tasks.
struct ResolutionText {
  std::string number;  ///< empty: without one yet
  std::vector<std::string> review;
  std::vector<std::string> direction;
};

struct Meeting {
  std::string file;  ///< it was read from; for findings
  std::string note;  ///< of whoever keeps the file; printed nowhere
  Kind kind = Kind::cell_regular;
  std::string number;  ///< of the minutes; many books have none
  std::string title;   ///< the theme of a thematic meeting, the name of a congress; else empty
  Unit unit;
  std::string place;
  Date date{};
  std::optional<TimeOfDay> start;
  std::optional<TimeOfDay> end;
  std::string convened_by;
  std::string convener_mandate;         ///< paper by which the commune named somebody else
  std::optional<Date> notice_on;        ///< the invitation went out
  std::optional<Date> draft_posted_on;  ///< a village convention's draft
  std::optional<Date> last_congress;    ///< the congress before this one
  Election election;
  std::vector<Person> signatories;      ///< of a village convention
  bool combined_with_thematic = false;  ///< a regular meeting that holds a thematic one too
  Person chair;
  Person minute_taker;
  Attendance attendance;
  std::vector<AgendaItem> agenda;
  std::vector<Vote> votes;
  std::vector<Decision> decisions;
  std::vector<Task> carried_tasks;  ///< from meetings before, with what became of them
  std::vector<Task> tasks;          ///< given in this meeting
  ResolutionText resolution;
  SelfAssessment self_assessment;
};

/// Whether it is a meeting of the Party.
[[nodiscard]] constexpr bool is_party(Kind kind) {
  return kind != Kind::village && kind != Kind::cluster;
}

}  // namespace quyche::meeting
