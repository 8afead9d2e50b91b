// What the law asks around a village's decisions: signatures under a convention (M4), days around
// the election of a village head (M5), the size of clusters (M8).

#include <algorithm>

#include "base/date.hpp"
#include "base/text.hpp"
#include "meeting/inspection.hpp"

namespace quyche::meeting {
namespace {

bool has_post(const Person& person, const Rule& rule) {
  const auto post = lower(person.post);
  return std::any_of(rule.posts.begin(), rule.posts.end(),
                     [&](const std::string& word) { return post.find(word) != std::string::npos; });
}

// Only of a convention that passed: before that there is nothing to sign.
void check_signatories(Inspection& inspection, const Rule& rule) {
  const auto& meeting = inspection.meeting();
  const bool has_passed = std::any_of(
      meeting.votes.begin(), meeting.votes.end(),
      [&](const Vote& vote) { return rule.is_about(vote.matter) && vote.passed == true; });
  if (!has_passed) return;
  const auto count =
      static_cast<int>(std::count_if(meeting.signatories.begin(), meeting.signatories.end(),
                                     [&](const Person& person) { return has_post(person, rule); }));
  const int least = rule.least.value_or(1);
  if (count >= least) return;
  inspection.add(
      rule,
      {"meeting.signatories", {std::to_string(count), std::to_string(least), listed(rule.posts)}},
      step_to("signatories"));
}

/// At most so many days after another one; what did not happen yet is no finding.
void check_within(Inspection& inspection, const Rule& rule, const std::optional<Date>& from,
                  const char* field) {
  if (!from || !has_vote_on(inspection.meeting(), rule)) return;
  const int days = days_between(*from, inspection.meeting().date);
  const int most = rule.most.value_or(days);
  if (days <= most) return;
  inspection.add(rule,
                 {"meeting.late-after",
                  {field, short_date(*from), std::to_string(days), std::to_string(most)}},
                 {{PlaceStep::Kind::field, "election"}, {PlaceStep::Kind::field, field}});
}

/// Days from Monday to Friday after `from`, up to and with `to`; holidays are not known here.
int working_days(Date from, Date to) {
  int days = 0;
  for (auto day = std::chrono::sys_days(from); day < std::chrono::sys_days(to);) {
    day += std::chrono::days(1);
    const auto weekday = std::chrono::weekday(day);
    days += weekday != std::chrono::Saturday && weekday != std::chrono::Sunday ? 1 : 0;
  }
  return days;
}

void check_recognition(Inspection& inspection, const Rule& rule) {
  const auto& meeting = inspection.meeting();
  const auto& election = meeting.election;
  if (!election.recognised_on || !has_vote_on(meeting, rule)) return;
  const auto from = election.reported_on.value_or(meeting.date);
  const int days = working_days(from, *election.recognised_on);
  const int most = rule.most.value_or(days);
  if (days <= most) return;
  inspection.add(rule,
                 {"meeting.late-recognition",
                  {short_date(*election.recognised_on), std::to_string(days), short_date(from),
                   std::to_string(most)}},
                 {{PlaceStep::Kind::field, "election"}, {PlaceStep::Kind::field, "recognised_on"}});
}

void check_cluster(Inspection& inspection, const Rule& rule) {
  const auto& size = inspection.meeting().attendance.totals.cluster;
  if (!size) return;
  const int least = rule.least.value_or(*size);
  const int most = rule.most.value_or(*size);
  if (least <= *size && *size <= most) return;
  inspection.add(rule,
                 {"meeting.cluster-size",
                  {std::to_string(*size), std::to_string(least), std::to_string(most)}},
                 {{PlaceStep::Kind::field, "attendance"},
                  {PlaceStep::Kind::field, "totals"},
                  {PlaceStep::Kind::field, "cluster"}});
}

}  // namespace

bool has_vote_on(const Meeting& meeting, const Rule& rule) {
  return std::any_of(meeting.votes.begin(), meeting.votes.end(),
                     [&](const Vote& vote) { return rule.is_about(vote.matter); });
}

void check_village_papers(Inspection& inspection) {
  const auto& meeting = inspection.meeting();
  const auto& election = meeting.election;
  for (const auto* rule : inspection.rules(Test::signatories)) check_signatories(inspection, *rule);
  for (const auto* rule : inspection.rules(Test::election_plan)) {
    if (has_vote_on(meeting, *rule)) check_lead(inspection, *rule, election.plan_on, "plan_on");
  }
  for (const auto* rule : inspection.rules(Test::election_team)) {
    if (has_vote_on(meeting, *rule)) check_lead(inspection, *rule, election.team_on, "team_on");
  }
  for (const auto* rule : inspection.rules(Test::election_repeat)) {
    check_within(inspection, *rule, election.first_vote_on, "first_vote_on");
  }
  for (const auto* rule : inspection.rules(Test::election_after)) {
    check_within(inspection, *rule, election.dismissed_on, "dismissed_on");
  }
  for (const auto* rule : inspection.rules(Test::recognition)) check_recognition(inspection, *rule);
  for (const auto* rule : inspection.rules(Test::cluster_size)) check_cluster(inspection, *rule);
}

}  // namespace quyche::meeting
