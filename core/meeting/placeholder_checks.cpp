// What a new record holds to be replaced: text in square brackets.

#include <set>

#include "meeting/inspection.hpp"

namespace quyche::meeting {
namespace {

class PlaceholderCheck {
 public:
  explicit PlaceholderCheck(Inspection& inspection) : inspection_(inspection) {}

  /// Each text once, at its first place.
  void look(const std::string& text, Steps steps) {
    const bool is_open = text.starts_with('[') && text.ends_with(']');
    if (!is_open || !seen_.insert(text).second) return;
    inspection_.add(Severity::error, {"meeting.placeholder", {text}}, std::move(steps),
                    {{"hint.meeting-placeholder", {}}});
  }

 private:
  Inspection& inspection_;
  std::set<std::string> seen_;
};

Steps steps_inside(const char* object, const char* list, std::size_t at) {
  return {{PlaceStep::Kind::field, object},
          {PlaceStep::Kind::field, list},
          {PlaceStep::Kind::entry, std::to_string(at + 1)}};
}

void check_head(PlaceholderCheck& check, const Meeting& meeting) {
  const auto& unit = meeting.unit;
  for (const auto* text : {&unit.cell, &unit.village, &unit.commune, &unit.district, &unit.province,
                           &unit.upper_party_body}) {
    check.look(*text, step_to("unit"));
  }
  check.look(meeting.title, step_to("title"));
  check.look(meeting.place, step_to("place"));
  check.look(meeting.convened_by, step_to("convened_by"));
  for (const auto* text : {&meeting.chair.name, &meeting.chair.post}) {
    check.look(*text, step_to("chair"));
  }
  for (const auto* text : {&meeting.minute_taker.name, &meeting.minute_taker.post}) {
    check.look(*text, step_to("minute_taker"));
  }
}

void check_attendees(PlaceholderCheck& check, const Attendance& attendance) {
  for (std::size_t at = 0; at < attendance.people.size(); ++at) {
    const auto& one = attendance.people[at];
    for (const auto* text : {&one.name, &one.post, &one.reason}) {
      check.look(*text, steps_inside("attendance", "people", at));
    }
  }
  for (std::size_t at = 0; at < attendance.households.size(); ++at) {
    const auto& one = attendance.households[at];
    for (const auto* text : {&one.head, &one.representative, &one.reason}) {
      check.look(*text, steps_inside("attendance", "households", at));
    }
  }
}

void check_item(PlaceholderCheck& check, const AgendaItem& item, std::size_t at) {
  for (const auto* text :
       {&item.title, &item.proposed_by, &item.presented_by, &item.content, &item.conclusion}) {
    check.look(*text, steps_to("agenda", at));
  }
  for (const auto& name : item.agreed_by) check.look(name, steps_to("agenda", at, "agreed_by"));
  for (const auto& said : item.discussion) {
    for (const auto* text : {&said.speaker, &said.text}) {
      check.look(*text, steps_to("agenda", at, "discussion"));
    }
  }
}

void check_tasks(PlaceholderCheck& check, const std::vector<Task>& tasks, const char* list) {
  for (std::size_t at = 0; at < tasks.size(); ++at) {
    for (const auto* text : {&tasks[at].text, &tasks[at].assignee, &tasks[at].post}) {
      check.look(*text, steps_to(list, at));
    }
  }
}

}  // namespace

void check_placeholders(Inspection& inspection) {
  const auto& meeting = inspection.meeting();
  PlaceholderCheck check(inspection);
  check_head(check, meeting);
  check_attendees(check, meeting.attendance);
  for (std::size_t at = 0; at < meeting.agenda.size(); ++at) {
    check_item(check, meeting.agenda[at], at);
  }
  for (std::size_t at = 0; at < meeting.votes.size(); ++at) {
    check.look(meeting.votes[at].subject, steps_to("votes", at, "subject"));
  }
  for (std::size_t at = 0; at < meeting.decisions.size(); ++at) {
    check.look(meeting.decisions[at].text, steps_to("decisions", at, "text"));
  }
  check_tasks(check, meeting.carried_tasks, "carried_tasks");
  check_tasks(check, meeting.tasks, "tasks");
}

}  // namespace quyche::meeting
