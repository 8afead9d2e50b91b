#pragma once
// One meeting under inspection: the record, who counts, the rules of its day, and what has been
// found so far. The checks take it by reference and add to it; meeting_check owns it.

#include <string>
#include <vector>

#include "meeting/headcount.hpp"
#include "meeting/meeting.hpp"
#include "meeting/rules.hpp"
#include "quyche/meeting.hpp"

namespace quyche::meeting {

using Steps = std::vector<PlaceStep>;

class Inspection {
 public:
  /// Meeting and rules must outlive it.
  Inspection(const Meeting& meeting, const Rules& rules, bool english);

  [[nodiscard]] const Meeting& meeting() const { return meeting_; }
  [[nodiscard]] const Headcount& heads() const { return heads_; }
  [[nodiscard]] const Rules& all_rules() const { return rules_; }
  [[nodiscard]] std::vector<const Rule*> rules(Test test) const;
  /// A term's text in the language of the report.
  [[nodiscard]] std::string words(const Term* term) const;

  /// A rule is not kept. `hints` stand before source and cure.
  void add(const Rule& rule, Text message, Steps steps, std::vector<Text> hints = {});
  /// The same where something else than the rule's own cure helps.
  void add_cured(const Rule& rule, Text message, Steps steps, Text cure,
                 std::vector<Text> hints = {});
  /// The same, no worse than a note.
  void add_note(const Rule& rule, Text message, Steps steps);
  /// Wrong with the record itself.
  void add(Severity severity, Text message, Steps steps, std::vector<Text> hints = {});
  void add(VoteVerdict verdict) { report_.verdicts.push_back(std::move(verdict)); }

  [[nodiscard]] MeetingReport take() { return std::move(report_); }

 private:
  void add_finding(const Rule& rule, Severity severity, Text message, Steps steps,
                   std::vector<Text> hints);

  const Meeting& meeting_;
  const Rules& rules_;
  bool english_;
  Headcount heads_;
  MeetingReport report_;
};

/// "votes › entry 2 › field".
[[nodiscard]] Steps steps_to(const char* list, std::size_t entry, const char* field = nullptr);
[[nodiscard]] Steps step_to(const char* field);

[[nodiscard]] int days_between(Date from, Date to);
/// What must have happened some days before the meeting; `least` of the rule.
void check_lead(Inspection& inspection, const Rule& rule, const std::optional<Date>& day,
                const char* field);
/// Whether the meeting votes on a matter of the rule.
[[nodiscard]] bool has_vote_on(const Meeting& meeting, const Rule& rule);

/// A finding of a rule as it is reported: hints, then source, then cure.
[[nodiscard]] MeetingFinding finding_of(const Rule& rule, Date day, bool english,
                                        Diagnostic diagnostic);

void check_placeholders(Inspection& inspection);
void check_votes(Inspection& inspection);
void check_ballots(Inspection& inspection);
void check_probationary(Inspection& inspection);
void check_attendance(Inspection& inspection);
void check_people(Inspection& inspection);
void check_times(Inspection& inspection);
void check_body(Inspection& inspection);
void check_village_papers(Inspection& inspection);

}  // namespace quyche::meeting
