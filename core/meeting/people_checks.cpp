// Who presides and writes (MIN-03), and names that nearly are those of the list.

#include <map>
#include <set>

#include "base/text.hpp"
#include "meeting/inspection.hpp"

namespace quyche::meeting {
namespace {

class NameCheck {
 public:
  NameCheck(Inspection& inspection, const Rule& rule)
      : inspection_(inspection), rule_(rule), names_(listed_names(inspection.meeting())) {
    const auto& people = inspection.meeting().attendance.people;
    for (std::size_t i = 0; i < names_.size(); ++i) {  // those of the people come first
      keys_.emplace(match_key(names_[i]), i < people.size() ? &people[i] : nullptr);
    }
  }

  // A name that is near to nobody is an organisation or an outsider.
  void check(const std::string& name, Steps steps) {
    check(name, match_key(name), std::move(steps), false);
  }

  void check_speaker(const std::string& name, const Steps& steps) {
    const auto key = match_key(name);
    check(name, key, steps, is_party(inspection_.meeting().kind) && inspection_.heads().is_listed);
    const auto attendee = keys_.find(key);
    if (name.empty() || attendee == keys_.end() || attendee->second == nullptr) return;
    if (attendee->second->presence == Presence::present) return;
    inspection_.add(rule_, {"meeting.absent-speaker", {name}}, steps);
  }

 private:
  /// `must_stand`: who speaks is in a whole list, as a guest if not otherwise.
  void check(const std::string& name, const std::string& key, Steps steps, bool must_stand) {
    if (name.empty() || keys_.contains(key) || !seen_.insert(name).second) return;
    if (const auto near = nearest(name, names_); !near.empty()) {
      inspection_.add(rule_, {"meeting.unknown-name", {name}}, std::move(steps),
                      {{"hint.did-you-mean", {near}}});
    } else if (must_stand) {
      inspection_.add_cured(rule_, {"meeting.unknown-name", {name}}, std::move(steps),
                            {"cure.unknown-speaker", {}});
    }
  }

  Inspection& inspection_;
  const Rule& rule_;
  std::vector<std::string> names_;
  std::map<std::string, const Attendee*> keys_;  ///< null for a household
  std::set<std::string> seen_;
};

// Namesakes there are; but one man twice is one vote too many.
void check_twins(Inspection& inspection, const Rule& rule) {
  const auto& people = inspection.meeting().attendance.people;
  std::set<std::string> seen;
  for (std::size_t at = 0; at < people.size(); ++at) {
    if (people[at].name.empty() || seen.insert(match_key(people[at].name)).second) continue;
    inspection.add_cured(rule, {"meeting.twin-name", {people[at].name}},
                         {{PlaceStep::Kind::field, "attendance"},
                          {PlaceStep::Kind::field, "people"},
                          {PlaceStep::Kind::entry, std::to_string(at + 1)}},
                         {"cure.twin-name", {}});
  }
}

void check_agenda_names(NameCheck& names, const AgendaItem& item, std::size_t at) {
  names.check(item.proposed_by, steps_to("agenda", at, "proposed_by"));
  names.check_speaker(item.presented_by, steps_to("agenda", at, "presented_by"));
  for (const auto& name : item.agreed_by) names.check(name, steps_to("agenda", at, "agreed_by"));
  for (const auto& said : item.discussion) {
    names.check_speaker(said.speaker, steps_to("agenda", at, "discussion"));
  }
}

void check_names(Inspection& inspection, const Rule& rule) {
  const auto& meeting = inspection.meeting();
  NameCheck names(inspection, rule);
  for (std::size_t at = 0; at < meeting.agenda.size(); ++at) {
    check_agenda_names(names, meeting.agenda[at], at);
  }
  for (std::size_t at = 0; at < meeting.votes.size(); ++at) {
    for (const auto& candidate : meeting.votes[at].candidates) {
      names.check(candidate.name, steps_to("votes", at, "candidates"));
    }
  }
  for (std::size_t at = 0; at < meeting.tasks.size(); ++at) {
    names.check(meeting.tasks[at].assignee, steps_to("tasks", at, "assignee"));
  }
}

/// Whether the list names enough people that somebody who is not in it was not there.
bool is_whole(const Meeting& meeting, const Headcount& heads) {
  return heads.is_listed || (!is_party(meeting.kind) && !meeting.attendance.people.empty());
}

void check_presence(Inspection& inspection, const Rule& rule, const Person& person,
                    const char* field) {
  const auto& meeting = inspection.meeting();
  if (person.name.empty()) {
    inspection.add(rule, {"meeting.missing", {field}}, step_to(field));
    return;
  }
  if (const auto* attendee = find_attendee(meeting, person.name)) {
    if (attendee->presence == Presence::present) return;
    inspection.add_cured(rule, {"meeting.not-present", {person.name}}, step_to(field),
                         {"cure.not-present", {}});
    return;
  }
  if (!is_whole(meeting, inspection.heads())) return;
  const auto names = listed_names(meeting);
  const auto near = nearest(person.name, names);
  if (match_key(near) == match_key(person.name)) return;
  std::vector<Text> hints;
  if (!near.empty()) hints.push_back({"hint.did-you-mean", {near}});
  inspection.add(rule, {"meeting.not-listed", {person.name}}, step_to(field), std::move(hints));
}

}  // namespace

void check_people(Inspection& inspection) {
  const auto& meeting = inspection.meeting();
  for (const auto* rule : inspection.rules(Test::roles)) {
    check_presence(inspection, *rule, meeting.chair, "chair");
    check_presence(inspection, *rule, meeting.minute_taker, "minute_taker");
    if (!meeting.chair.name.empty() &&
        match_key(meeting.chair.name) == match_key(meeting.minute_taker.name)) {
      inspection.add_cured(*rule, {"meeting.same-person", {meeting.chair.name}},
                           step_to("minute_taker"), {"cure.same-person", {}});
    }
  }
  for (const auto* rule : inspection.rules(Test::names)) {
    check_names(inspection, *rule);
    check_twins(inspection, *rule);
  }
}

}  // namespace quyche::meeting
