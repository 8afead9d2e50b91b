// Days and hours: MIN-02, M4 (the draft), M9, V10, and whether the cell existed.

#include <algorithm>
#include <utility>

#include "base/date.hpp"
#include "meeting/inspection.hpp"
#include "meeting/meeting_values.hpp"

namespace quyche::meeting {
namespace {

/// The same day some months later; the month's last day where there is no such day.
Date months_later(Date day, int months) {
  const auto later = day + std::chrono::months(months);
  return later.ok() ? later : Date(later.year() / later.month() / std::chrono::last);
}

void check_minutes(Inspection& inspection, Test test) {
  const auto& meeting = inspection.meeting();
  if (!meeting.start || !meeting.end || *meeting.end <= *meeting.start) return;
  const auto held = static_cast<int>((*meeting.end - *meeting.start).count());
  for (const auto* rule : inspection.rules(test)) {
    if (held >= rule->least.value_or(0)) continue;
    inspection.add(
        *rule, {"meeting.short", {std::to_string(held), std::to_string(rule->least.value_or(0))}},
        step_to("end"));
  }
}

void check_order(Inspection& inspection) {
  const auto& meeting = inspection.meeting();
  if (!meeting.start || !meeting.end || *meeting.end > *meeting.start) return;
  for (const auto* rule : inspection.rules(Test::time_order)) {
    inspection.add(
        *rule, {"meeting.end-before-start", {time_text(*meeting.end), time_text(*meeting.start)}},
        step_to("end"));
  }
}

void check_papers(Inspection& inspection, const Rule& rule) {
  const auto& meeting = inspection.meeting();
  const int least = rule.least.value_or(0);
  for (std::size_t at = 0; at < meeting.agenda.size(); ++at) {
    for (const auto& paper : meeting.agenda[at].papers) {
      if (!paper.sent_on || days_between(*paper.sent_on, meeting.date) >= least) continue;
      inspection.add(
          rule,
          {"meeting.late-paper", {paper.title, short_date(*paper.sent_on), std::to_string(least)}},
          steps_to("agenda", at, "papers"));
    }
  }
}

void check_congress(Inspection& inspection, const Rule& rule) {
  const auto& meeting = inspection.meeting();
  if (!meeting.last_congress) return;
  const auto first = months_later(*meeting.last_congress, rule.least.value_or(0));
  const auto last = months_later(*meeting.last_congress, rule.most.value_or(0));
  if (first <= meeting.date && meeting.date <= last) return;
  inspection.add(rule,
                 {"meeting.congress-gap",
                  {short_date(*meeting.last_congress), short_date(first), short_date(last),
                   short_date(meeting.date)}},
                 step_to("last_congress"));
}

void check_task_days(Inspection& inspection) {
  const auto& meeting = inspection.meeting();
  const auto report = [&](const char* code, const Task& task, Date day, Steps steps) {
    inspection.add(Severity::warning,
                   {code, {task.text, short_date(day), short_date(meeting.date)}}, std::move(steps),
                   {{"hint.meeting-deadline", {}}});
  };
  for (std::size_t at = 0; at < meeting.tasks.size(); ++at) {
    const auto& task = meeting.tasks[at];
    if (!task.deadline || *task.deadline >= meeting.date) continue;
    report("meeting.deadline-before", task, *task.deadline, steps_to("tasks", at, "deadline"));
  }
  for (std::size_t at = 0; at < meeting.carried_tasks.size(); ++at) {
    const auto& task = meeting.carried_tasks[at];
    if (!task.given_on || *task.given_on < meeting.date) continue;
    report("meeting.given-later", task, *task.given_on, steps_to("carried_tasks", at, "given_on"));
  }
}

/// What comes before a meeting cannot bear a later day.
void check_days_before(Inspection& inspection) {
  const auto& meeting = inspection.meeting();
  const std::pair<const char*, const std::optional<Date>&> days[] = {
      {"notice_on", meeting.notice_on},
      {"draft_posted_on", meeting.draft_posted_on},
      {"last_congress", meeting.last_congress}};
  for (const auto& [field, day] : days) {
    if (!day || *day <= meeting.date) continue;
    inspection.add(Severity::error,
                   {"meeting.after-meeting", {field, short_date(*day), short_date(meeting.date)}},
                   step_to(field), {{"hint.meeting-after", {}}});
  }
}

void check_life(Inspection& inspection, const Rule& rule) {
  const auto& meeting = inspection.meeting();
  const auto& unit = meeting.unit;
  if (unit.founded && meeting.date < *unit.founded) {
    inspection.add(rule,
                   {"meeting.before-unit", {short_date(meeting.date), short_date(*unit.founded)}},
                   step_to("date"));
  }
  if (unit.ended && *unit.ended < meeting.date) {
    inspection.add(rule,
                   {"meeting.after-unit", {short_date(meeting.date), short_date(*unit.ended)}},
                   step_to("date"));
  }
}

}  // namespace

int days_between(Date from, Date to) {
  return static_cast<int>((std::chrono::sys_days(to) - std::chrono::sys_days(from)).count());
}

void check_lead(Inspection& inspection, const Rule& rule, const std::optional<Date>& day,
                const char* field) {
  const int least = rule.least.value_or(0);
  if (!day) {
    inspection.add(rule, {"meeting.no-lead-day", {field, std::to_string(least)}}, step_to(field));
    return;
  }
  const int days = days_between(*day, inspection.meeting().date);
  if (days >= least || days < 0) return;  // one after the meeting is an error of the record
  inspection.add(rule,
                 {"meeting.short-lead",
                  {field, short_date(*day), std::to_string(days), std::to_string(least)}},
                 step_to(field));
}

void check_times(Inspection& inspection) {
  const auto& meeting = inspection.meeting();
  check_order(inspection);
  check_days_before(inspection);
  check_task_days(inspection);
  check_minutes(inspection,
                meeting.combined_with_thematic ? Test::combined_duration : Test::duration);
  for (const auto* rule : inspection.rules(Test::notice)) {
    check_lead(inspection, *rule, meeting.notice_on, "notice_on");
  }
  for (const auto* rule : inspection.rules(Test::draft_posted)) {
    if (!has_vote_on(meeting, *rule)) continue;
    check_lead(inspection, *rule, meeting.draft_posted_on, "draft_posted_on");
  }
  for (const auto* rule : inspection.rules(Test::papers)) check_papers(inspection, *rule);
  for (const auto* rule : inspection.rules(Test::congress_gap)) check_congress(inspection, *rule);
  for (const auto* rule : inspection.rules(Test::cell_life)) check_life(inspection, *rule);
}

}  // namespace quyche::meeting
