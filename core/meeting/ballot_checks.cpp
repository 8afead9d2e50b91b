// Sums of votes and ballots (MIN-01) and probationary members (V8, MIN-04).

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "meeting/inspection.hpp"

namespace quyche::meeting {
namespace {

int sum_of(const Count& count) { return count.yes + count.no + count.abstain + count.invalid; }

/// A count and where it stands.
struct Counted {
  const Count& count;
  const Steps steps;
  bool is_election;
};

using Arguments = std::vector<std::string>;

Arguments numbers(int first, int second) { return {std::to_string(first), std::to_string(second)}; }

void check_paper(Inspection& inspection, const Rule& rule, const Counted& counted, int voters) {
  const auto& count = counted.count;
  const int sum = sum_of(count);
  if (count.issued && *count.issued > voters) {
    inspection.add(rule, {"meeting.ballots-issued", numbers(*count.issued, voters)}, counted.steps);
  }
  if (count.issued && count.collected && *count.collected > *count.issued) {
    inspection.add(rule, {"meeting.ballots-collected", numbers(*count.collected, *count.issued)},
                   counted.steps);
  }
  if (count.collected && !counted.is_election && sum != *count.collected) {
    inspection.add(rule, {"meeting.ballots-sum", numbers(sum, *count.collected)}, counted.steps);
  } else if (!count.collected && count.issued && sum > *count.issued) {
    inspection.add(rule, {"meeting.ballots-collected", numbers(sum, *count.issued)}, counted.steps);
  }
}

void check_twins(Inspection& inspection, const Rule& rule, const Vote& vote, std::size_t at) {
  std::set<std::string> seen;
  for (const auto& candidate : vote.candidates) {
    if (seen.insert(match_key(candidate.name)).second) continue;
    inspection.add(rule, {"meeting.twin-candidate", {candidate.name}},
                   steps_to("votes", at, "candidates"));
  }
}

void check_candidates(Inspection& inspection, const Rule& rule, const Vote& vote, std::size_t at) {
  const int most = vote.house_to_house ? inspection.heads().convened
                                       : vote.count.collected.value_or(inspection.heads().voters);
  for (const auto& candidate : vote.candidates) {
    if (candidate.yes <= most) continue;
    inspection.add(rule,
                   {"meeting.candidate-votes",
                    {candidate.name, std::to_string(candidate.yes), std::to_string(most)}},
                   steps_to("votes", at, "candidates"));
  }
}

void check_vote(Inspection& inspection, const Rule& rule, const Vote& vote, std::size_t at) {
  const auto& heads = inspection.heads();
  const bool is_outside = vote.form == VoteForm::house_to_house;
  const int voters = is_outside ? heads.convened : heads.voters;
  const int sum = sum_of(vote.count);
  const int outside = vote.house_to_house ? sum_of(*vote.house_to_house) : 0;
  // Votes of probationary members are a finding of their own.
  if (sum > voters + vote.count.probationary) {
    inspection.add(rule, {"meeting.more-votes", numbers(sum, voters)},
                   steps_to("votes", at, "count"));
  }
  if (outside > 0 && sum + outside > heads.convened) {
    inspection.add(rule, {"meeting.more-households", numbers(sum + outside, heads.convened)},
                   steps_to("votes", at, "house_to_house"));
  }
  const bool is_election = !vote.candidates.empty();
  check_paper(inspection, rule, {vote.count, steps_to("votes", at, "count"), is_election}, voters);
  if (vote.house_to_house) {
    check_paper(inspection, rule,
                {*vote.house_to_house, steps_to("votes", at, "house_to_house"), is_election},
                heads.convened);
  }
  check_candidates(inspection, rule, vote, at);
  check_twins(inspection, rule, vote, at);
}

void check_ids(Inspection& inspection, const Rule& rule) {
  const auto& meeting = inspection.meeting();
  const auto named = [&](const std::string& id) {
    return std::count_if(meeting.votes.begin(), meeting.votes.end(),
                         [&](const Vote& vote) { return vote.id == id; });
  };
  for (std::size_t at = 0; at < meeting.votes.size(); ++at) {
    const auto& id = meeting.votes[at].id;
    if (!id.empty() && named(id) > 1) {
      inspection.add(rule, {"meeting.twin-vote", {id}}, steps_to("votes", at, "id"));
    }
  }
  for (std::size_t at = 0; at < meeting.decisions.size(); ++at) {
    const auto& id = meeting.decisions[at].vote;
    if (id.empty() || named(id) > 0) continue;
    inspection.add_cured(rule, {"meeting.unknown-vote", {id}}, steps_to("decisions", at, "vote"),
                         {"cure.unknown-vote", {}});
  }
}

void check_standing(Inspection& inspection, const Rule& rule, const Vote& vote, std::size_t at) {
  for (const auto& candidate : vote.candidates) {
    const auto* attendee = find_attendee(inspection.meeting(), candidate.name);
    if (attendee == nullptr || attendee->membership != Membership::probationary) continue;
    inspection.add(rule, {"meeting.probationary-candidate", {candidate.name}},
                   steps_to("votes", at, "candidates"));
  }
}

}  // namespace

void check_ballots(Inspection& inspection) {
  const auto& votes = inspection.meeting().votes;
  for (const auto* rule : inspection.rules(Test::counts)) {
    for (std::size_t at = 0; at < votes.size(); ++at) {
      check_vote(inspection, *rule, votes[at], at);
    }
    check_ids(inspection, *rule);
  }
}

void check_probationary(Inspection& inspection) {
  const auto& votes = inspection.meeting().votes;
  for (std::size_t at = 0; at < votes.size(); ++at) {
    const int cast = votes[at].count.probationary +
                     (votes[at].house_to_house ? votes[at].house_to_house->probationary : 0);
    for (const auto* rule : inspection.rules(Test::probationary_vote)) {
      if (cast == 0) continue;
      inspection.add(*rule, {"meeting.probationary-vote", {std::to_string(cast)}},
                     steps_to("votes", at, "count"));
    }
    for (const auto* rule : inspection.rules(Test::probationary)) {
      check_standing(inspection, *rule, votes[at], at);
    }
  }
}

}  // namespace quyche::meeting
