// The body that meets: its size (V9, M8), who convened it (M10), what it has to leave (M11, M12).

#include <algorithm>

#include "base/text.hpp"
#include "base/word_list.hpp"
#include "meeting/inspection.hpp"

namespace quyche::meeting {
namespace {

void check_size(Inspection& inspection, Test test, int size, const char* too_small) {
  for (const auto* rule : inspection.rules(test)) {
    if (!rule->least || size >= *rule->least) continue;
    inspection.add(*rule, {too_small, {std::to_string(size), std::to_string(*rule->least)}},
                   step_to("attendance"));
  }
}

bool has_post(const Meeting& meeting, const Rule& rule) {
  const auto is_one = [&](const Attendee& attendee) {
    const auto post = match_key(attendee.post);
    return std::any_of(rule.posts.begin(), rule.posts.end(), [&](const std::string& word) {
      return post.find(match_key(word)) != std::string::npos;
    });
  };
  const auto& people = meeting.attendance.people;
  return std::any_of(people.begin(), people.end(), is_one);
}

void check_committee(Inspection& inspection) {
  const auto& heads = inspection.heads();
  for (const auto* rule : inspection.rules(Test::committee_needed)) {
    const int least = rule->least.value_or(0);
    if (!heads.is_listed || heads.full < least || has_post(inspection.meeting(), *rule)) continue;
    inspection.add(*rule,
                   {"meeting.no-committee", {std::to_string(heads.full), std::to_string(least)}},
                   step_to("attendance"));
  }
  for (const auto* rule : inspection.rules(Test::committee_size)) {
    const int most = rule->most.value_or(heads.convened);
    if (heads.convened <= most) continue;
    inspection.add(
        *rule, {"meeting.large-committee", {std::to_string(heads.convened), std::to_string(most)}},
        step_to("attendance"));
  }
}

void check_decisions(Inspection& inspection, const Rule& rule) {
  const auto& meeting = inspection.meeting();
  for (std::size_t at = 0; at < meeting.votes.size(); ++at) {
    const auto& vote = meeting.votes[at];
    const bool is_written = std::any_of(meeting.decisions.begin(), meeting.decisions.end(),
                                        [&](const Decision& decision) {
                                          return decision.vote == vote.id && !decision.text.empty();
                                        });
    if (vote.passed != true || is_written || !rule.is_about(vote.matter)) continue;
    inspection.add(rule, {"meeting.no-decision", {vote.subject}}, steps_to("votes", at));
  }
}

/// A decision that names no vote, where not every vote of the meeting passed, may be one that
/// failed.
void check_unvoted(Inspection& inspection) {
  const auto& meeting = inspection.meeting();
  const bool all_passed = std::all_of(meeting.votes.begin(), meeting.votes.end(),
                                      [](const Vote& vote) { return vote.passed == true; });
  if (all_passed) return;
  for (std::size_t at = 0; at < meeting.decisions.size(); ++at) {
    const auto& decision = meeting.decisions[at];
    if (!decision.vote.empty() || decision.text.empty()) continue;
    inspection.add(Severity::error, {"meeting.unvoted-decision", {decision.text}},
                   steps_to("decisions", at, "vote"), {{"hint.meeting-unvoted", {}}});
  }
}

void check_held(Inspection& inspection, const Rule& rule) {
  const auto& meeting = inspection.meeting();
  if (meeting.votes.empty()) return;  // a meeting that only hears reports
  const bool is_held = std::any_of(meeting.votes.begin(), meeting.votes.end(),
                                   [&](const Vote& vote) { return rule.is_about(vote.matter); });
  if (is_held || rule.matters.empty()) return;
  const auto* matter = inspection.all_rules().matter(rule.matters.front());
  inspection.add(rule, {"meeting.vote-missing", {inspection.words(matter)}}, step_to("votes"));
}

/// Whether a post is one of the rule, alone or beside others ("Bí thư kiêm trưởng thôn"); that of a
/// deputy is another.
bool holds_post(const std::string& post, const std::string& word) {
  static const auto k_deputy = match_key(word_of("words.meeting-deputy"));
  const auto key = match_key(word);
  for (auto at = post.find(key); at != std::string::npos; at = post.find(key, at + 1)) {
    const auto before = post.substr(0, at);
    const bool is_word = before.empty() || before.ends_with(' ');
    if (is_word && !before.ends_with(k_deputy + " ")) return true;
  }
  return false;
}

/// Somebody with another post than those of the rule needs a mandate.
void check_convener(Inspection& inspection, const Rule& rule) {
  const auto& meeting = inspection.meeting();
  if (meeting.convened_by.empty()) {
    inspection.add(rule, {"meeting.missing", {"convened_by"}}, step_to("convened_by"));
    return;
  }
  const auto is_convener = match_key(meeting.chair.name) == match_key(meeting.convened_by);
  const auto* attendee = find_attendee(meeting, meeting.convened_by);
  const auto typed = is_convener           ? meeting.chair.post
                     : attendee != nullptr ? attendee->post
                                           : std::string();
  const auto post = match_key(typed);
  if (post.empty() || rule.posts.empty() || !meeting.convener_mandate.empty()) return;
  if (std::any_of(rule.posts.begin(), rule.posts.end(),
                  [&](const std::string& word) { return holds_post(post, word); })) {
    return;
  }
  inspection.add(rule, {"meeting.convener", {meeting.convened_by, lower(typed)}},
                 step_to("convened_by"));
}

}  // namespace

void check_body(Inspection& inspection) {
  const auto& meeting = inspection.meeting();
  const auto& heads = inspection.heads();
  if (is_party(meeting.kind) ? heads.full > 0 : heads.convened > 0) {
    check_size(inspection, Test::cell_size, heads.full, "meeting.small-cell");
    check_size(inspection, Test::households, heads.convened, "meeting.small-village");
    check_committee(inspection);
  }
  for (const auto* rule : inspection.rules(Test::convener)) check_convener(inspection, *rule);
  for (const auto* rule : inspection.rules(Test::vote_held)) check_held(inspection, *rule);
  for (const auto* rule : inspection.rules(Test::decision)) check_decisions(inspection, *rule);
  check_unvoted(inspection);
}

}  // namespace quyche::meeting
