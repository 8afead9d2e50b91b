// Votes against the number they need: V1–V7, M1 (from 2023), M2–M7, M11.

#include <algorithm>

#include "base/text.hpp"
#include "meeting/inspection.hpp"

namespace quyche::meeting {
namespace {

int total_yes(const Vote& vote) {
  return vote.count.yes + (vote.house_to_house ? vote.house_to_house->yes : 0);
}

std::int64_t base_of(const Inspection& inspection, const Rule& rule) {
  if (rule.base == "households") return inspection.heads().convened;
  if (rule.base == "present") return inspection.heads().voters;
  return inspection.heads().counted;
}

/// Whether the count can be measured at all: nobody voted twice or without the right to.
bool is_countable(const Inspection& inspection, const Vote& vote) {
  const auto cast = [](const Count& count) { return count.yes + count.no + count.abstain; };
  const auto& heads = inspection.heads();
  const bool is_outside = vote.form == VoteForm::house_to_house;
  const int outside = vote.house_to_house ? cast(*vote.house_to_house) : 0;
  const int probationary =
      vote.count.probationary + (vote.house_to_house ? vote.house_to_house->probationary : 0);
  return probationary == 0 && cast(vote.count) <= (is_outside ? heads.convened : heads.voters) &&
         (outside == 0 || cast(vote.count) + outside <= heads.convened);
}

/// Whether the rule on who must be there is kept, by those who came or by ballots house to house.
bool keeps_quorum(const Inspection& inspection, const Rule& rule) {
  const auto& votes = inspection.meeting().votes;
  const bool goes_round = std::any_of(votes.begin(), votes.end(), [](const Vote& vote) {
    return vote.house_to_house || vote.form == VoteForm::house_to_house;
  });
  return goes_round ||
         is_reached(*rule.threshold, inspection.heads().voters, base_of(inspection, rule));
}

bool has_quorum(const Inspection& inspection) {
  const auto rules = inspection.rules(Test::quorum);
  return std::all_of(rules.begin(), rules.end(),
                     [&](const Rule* rule) { return keeps_quorum(inspection, *rule); });
}

std::string subject_of(const Inspection& inspection, const Vote& vote) {
  if (!vote.subject.empty()) return vote.subject;
  return inspection.words(inspection.all_rules().matter(vote.matter));
}

/// Rules of the meeting's day on a vote's matter.
std::vector<const Rule*> rules_on(const Inspection& inspection, Test test,
                                  const std::string& matter) {
  auto rules = inspection.rules(test);
  rules.erase(std::remove_if(rules.begin(), rules.end(),
                             [&](const Rule* rule) { return !rule->is_about(matter); }),
              rules.end());
  return rules;
}

// A matter that no rule of the day speaks of: misspelt, of another kind of meeting, or too early.
void report_no_rule(Inspection& inspection, const Vote& vote, std::size_t at) {
  const auto& rules = inspection.all_rules();
  const auto* matter = rules.matter(vote.matter);
  if (matter == nullptr) {
    std::vector<std::string> known;
    std::string list;
    for (const auto& term : rules.matters()) {
      known.push_back(term.id);
      list += (list.empty() ? "" : ", ") + term.id;
    }
    std::vector<Text> hints;
    if (const auto near = nearest(vote.matter, known); !near.empty()) {
      hints.push_back({"hint.did-you-mean", {near}});
    }
    inspection.add(Severity::error, {"meeting.unknown-word", {vote.matter, list}},
                   steps_to("votes", at, "matter"), std::move(hints));
    return;
  }
  const auto is_of_kind = [&](const Rule& rule) {
    return rule.test == Test::vote && rule.is_about(vote.matter) &&
           std::find(rule.kinds.begin(), rule.kinds.end(), inspection.meeting().kind) !=
               rule.kinds.end();
  };
  const bool is_early = std::any_of(rules.all().begin(), rules.all().end(), is_of_kind);
  inspection.add(is_early ? Severity::warning : Severity::error,
                 {is_early ? "meeting.no-rule" : "meeting.wrong-kind", {inspection.words(matter)}},
                 steps_to("votes", at, "matter"));
}

std::vector<std::string> numbers(const VoteVerdict& verdict) {
  return {verdict.subject, std::to_string(verdict.yes), std::to_string(verdict.base),
          verdict.base_name, std::to_string(verdict.needed)};
}

/// Whether a decision of the record rests on this vote.
bool is_decided(const Meeting& meeting, const Vote& vote) {
  return std::any_of(
      meeting.decisions.begin(), meeting.decisions.end(),
      [&](const Decision& decision) { return !vote.id.empty() && decision.vote == vote.id; });
}

void judge(Inspection& inspection, const Rule& rule, const Vote& vote, const VoteVerdict& verdict,
           std::size_t at) {
  auto steps = steps_to("votes", at);
  if (!verdict.is_countable) return;  // what is wrong with the count is a finding of its own
  if (verdict.recorded == true && !verdict.passes) {
    inspection.add(rule, {"meeting.vote-below", numbers(verdict)}, std::move(steps));
  } else if (verdict.recorded == false && verdict.passes && vote.candidates.empty()) {
    inspection.add_cured(rule, {"meeting.vote-above", numbers(verdict)}, std::move(steps),
                         {"cure.vote-above", {}});
  } else if (!verdict.passes && vote.candidates.empty() && is_decided(inspection.meeting(), vote)) {
    inspection.add(rule, {"meeting.decision-below", numbers(verdict)}, std::move(steps));
  } else if (!verdict.recorded && verdict.passes) {
    inspection.add_note(rule, {"meeting.vote-open-passes", numbers(verdict)}, std::move(steps));
  } else if (!verdict.recorded) {
    inspection.add(Severity::warning, {"meeting.vote-open-fails", numbers(verdict)},
                   std::move(steps), {{"hint.meeting-vote-open", {}}});
  }
}

void measure(Inspection& inspection, const Rule& rule, const Vote& vote, std::size_t at) {
  VoteVerdict verdict;
  verdict.rule = rule.id;
  verdict.id = vote.id;
  verdict.subject = subject_of(inspection, vote);
  verdict.matter = inspection.words(inspection.all_rules().matter(vote.matter));
  verdict.base = base_of(inspection, rule);
  verdict.base_name = inspection.words(inspection.all_rules().base(rule.base));
  verdict.needed = needed_votes(*rule.threshold, verdict.base);
  if (verdict.base <= 0) {
    inspection.add(Severity::error, {"meeting.no-voters", {verdict.subject, verdict.base_name}},
                   step_to("attendance"), {{"hint.meeting-attendance", {}}});
    return;
  }
  if (rule.form && vote.form != *rule.form) {
    inspection.add(rule, {"meeting.vote-form", {verdict.subject}}, steps_to("votes", at, "form"));
  }
  const bool is_sound = is_countable(inspection, vote) && has_quorum(inspection) &&
                        !(rule.form && vote.form != *rule.form);
  const auto reached = [&] {
    verdict.is_countable = is_sound && verdict.yes <= verdict.base;
    return verdict.is_countable && is_reached(*rule.threshold, verdict.yes, verdict.base);
  };
  if (vote.candidates.empty()) {
    verdict.yes = total_yes(vote);
    verdict.passes = reached();
    verdict.recorded = vote.passed;
    judge(inspection, rule, vote, verdict, at);
    inspection.add(verdict);
  }
  for (const auto& candidate : vote.candidates) {
    verdict.subject = candidate.name;
    verdict.yes = candidate.yes;
    verdict.passes = reached();
    verdict.recorded = candidate.elected;
    judge(inspection, rule, vote, verdict, at);
    inspection.add(verdict);
  }
}

// From 2023 a meeting need not reach half of the households, but then nothing can pass in it.
void check_reach(Inspection& inspection, const Rule& threshold, const Vote& vote, std::size_t at) {
  if (vote.house_to_house || vote.form == VoteForm::house_to_house) return;
  for (const auto* rule : inspection.rules(Test::reach)) {
    if (threshold.base != rule->base) continue;
    const auto needed = needed_votes(*threshold.threshold, base_of(inspection, *rule));
    const auto present = inspection.heads().present;
    if (present >= needed) continue;
    inspection.add(
        *rule,
        {"meeting.too-few-for",
         {subject_of(inspection, vote), std::to_string(present), std::to_string(needed)}},
        steps_to("votes", at));
  }
}

}  // namespace

void check_votes(Inspection& inspection) {
  const auto& votes = inspection.meeting().votes;
  for (std::size_t at = 0; at < votes.size(); ++at) {
    const auto rules = rules_on(inspection, Test::vote, votes[at].matter);
    if (rules.empty()) report_no_rule(inspection, votes[at], at);
    for (const auto* rule : rules) {
      measure(inspection, *rule, votes[at], at);
      check_reach(inspection, *rule, votes[at], at);
    }
  }
  for (const auto* rule : inspection.rules(Test::quorum)) {
    const auto base = base_of(inspection, *rule);
    const auto voters = inspection.heads().voters;
    if (keeps_quorum(inspection, *rule)) continue;
    inspection.add(*rule,
                   {"meeting.quorum",
                    {std::to_string(voters), std::to_string(base),
                     inspection.words(inspection.all_rules().base(rule->base)),
                     std::to_string(needed_votes(*rule->threshold, base))}},
                   step_to("attendance"));
  }
}

}  // namespace quyche::meeting
