#pragma once
// What front ends and the meetings say to each other: records to check, verdicts on votes, findings
// with their rule, source in law and cure, tasks with what became of them.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "quyche/abi.hpp"
#include "quyche/diagnostic.hpp"
#include "quyche/register.hpp"
#include "quyche/values.hpp"

namespace quyche::inline abi_1 {

struct MeetingCheckJob {
  std::vector<std::string> files;  ///< several of one cell are also checked together, as a year
  bool english = false;            ///< sources, cures and names of matters
};

/// One vote, or one candidate of an election, against the number it needed.
struct VoteVerdict {
  std::string rule;     ///< "V2"
  std::string id;       ///< of the vote in the record
  std::string subject;  ///< of the vote, or the candidate's name
  std::string matter;   ///< in words
  std::int64_t yes = 0;
  std::int64_t base = 0;    ///< counted against
  std::string base_name;    ///< "full members who count"
  std::int64_t needed = 0;  ///< votes
  bool passes = false;
  bool is_countable = true;      ///< false: more votes than voters, or votes that may not be cast
  std::optional<bool> recorded;  ///< what the minutes say
};

struct MeetingFinding {
  std::string rule;    ///< "M2"; empty: about the record itself
  std::string source;  ///< in law, of the meeting's day
  std::string cure;
  Diagnostic diagnostic;  ///< its hints hold source and cure too
};

struct MeetingReport {
  std::string file;  ///< empty: what several meetings show together
  std::string kind;  ///< "cell_regular"
  std::optional<Date> date;
  std::vector<VoteVerdict> verdicts;
  std::vector<MeetingFinding> findings;
};

struct NewMeetingJob {
  std::string kind;
  std::string cell;   ///< name of the cell or village, or what finds it; empty: to be filled in
  RegisterView view;  ///< without a database: nothing is looked up
  std::optional<Date> date;
  std::string from;    ///< a record to copy, in any form; kind and day stay unless given
  std::string output;  ///< .json, .xlsx or .docx
};

/// One task as the meetings left it.
struct TaskLine {
  std::string id;
  std::string text;
  std::string assignee;
  std::optional<Date> given_on;
  std::optional<Date> deadline;
  std::string state;  ///< open, partly, done
  std::string result;
  std::string unit;  ///< the cell or village that gave it
  std::string file;  ///< of the last meeting that speaks of it
  bool is_overdue = false;
};

/// Records to be kept in the register.
struct KeepMeetingsJob {
  RegisterView view;
  std::vector<std::string> files;
};

/// A year of meetings: a workbook with charts, or a report.
struct MeetingYearJob {
  std::vector<std::string> files;  ///< none: the meetings kept in the register
  RegisterView view;
  int year = 0;
  std::string cell;           ///< only this cell or village; empty: all
  std::optional<Date> as_of;  ///< empty: the last day of the year, or today before it is over
  std::string number;         ///< of the report; empty: left to be written in
  std::string signer;         ///< empty: the secretary of the one cell
  std::string output;         ///< .xlsx or .docx
};

struct TaskJob {
  std::vector<std::string> files;  ///< none: the meetings kept in the register
  RegisterView view;
  std::string cell;  ///< only this cell or village; empty: all
  bool only_open = false;
  std::optional<Date> as_of;  ///< empty: today
};

}  // namespace quyche::inline abi_1
