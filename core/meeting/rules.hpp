#pragma once
// The dated rules of meetings as templates/meetings/rules/rules.xml says them: which matter needs
// which share of whom, which day, from which law. Read once, then asked for the rules of a day.

#include <string>
#include <string_view>
#include <vector>

#include "meeting/meeting.hpp"
#include "meeting/threshold.hpp"
#include "quyche/diagnostic.hpp"

namespace quyche::meeting {

/// What a rule measures. The words of the file are in rules.cpp.
enum class Test {
  vote,
  quorum,
  reach,
  attendance,
  probationary,
  probationary_vote,
  cell_size,
  committee_needed,
  committee_size,
  congress_gap,
  households,
  notice,
  draft_posted,
  signatories,
  election_plan,
  election_team,
  election_repeat,
  election_after,
  recognition,
  cluster_size,
  papers,
  convener,
  vote_held,
  decision,
  counts,
  time_order,
  duration,
  combined_duration,
  roles,
  held_each,
  cell_life,
  commune_life,
  names
};

enum class Period { month, quarter, half_year, year };

/// A text of the file in both languages.
struct Wording {
  std::string vi;
  std::string en;
  [[nodiscard]] const std::string& in(bool english) const { return english ? en : vi; }
};

/// Where a rule stands in law, for some days.
struct Source {
  Validity validity;
  Wording text;
};

/// Those a share is counted against, or a matter voted on.
struct Term {
  std::string id;
  Wording text;
};

struct Rule {
  std::string id;  ///< "V2"
  Test test = Test::vote;
  Severity severity = Severity::error;
  Validity validity;
  std::vector<Kind> kinds;           ///< empty: every kind
  std::vector<std::string> matters;  ///< of a vote
  std::string base;                  ///< id of those the threshold is counted against
  std::optional<Threshold> threshold;
  std::optional<VoteForm> form;  ///< the only one allowed
  std::optional<int> least;      ///< people, households, days, minutes or months, by test
  std::optional<int> most;
  std::vector<std::string> posts;  ///< parts of a post's name
  Period period = Period::month;
  bool is_certain = true;  ///< its text was seen, not remembered
  std::vector<Source> sources;
  Wording cure;

  [[nodiscard]] bool holds(Kind kind, Date day) const;
  [[nodiscard]] bool is_about(const std::string& matter) const;
  /// The source in force on a day; empty when the file has none.
  [[nodiscard]] std::string source(Date day, bool english) const;
};

class Rules {
 public:
  /// Throws Error with every problem: rules.bad-* with line and mark.
  Rules(const std::string& bytes, const std::string& file);

  [[nodiscard]] const std::vector<Rule>& all() const { return rules_; }
  /// Of one test, for a kind of meeting on a day, in the order of the file.
  [[nodiscard]] std::vector<const Rule*> of(Test test, Kind kind, Date day) const;
  [[nodiscard]] const std::vector<Term>& matters() const { return matters_; }
  /// Null when there is none.
  [[nodiscard]] const Term* matter(std::string_view id) const;
  [[nodiscard]] const Term* base(std::string_view id) const;

 private:
  std::vector<Term> bases_;
  std::vector<Term> matters_;
  std::vector<Rule> rules_;
};

}  // namespace quyche::meeting
