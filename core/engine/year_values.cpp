#include "engine/year_values.hpp"

#include "engine/year_rows.hpp"
#include "meeting/meeting_names.hpp"

namespace quyche {
namespace {

using meeting::HeldCount;
using meeting::TaskCount;
using meeting::Turnout;
using meeting::YearLine;
using meeting::YearView;

Value held_value(const HeldCount& count) {
  return ValueMapBuilder()
      .whole("asked", count.asked)
      .whole("kept", count.kept)
      .whole("meetings", count.meetings)
      .take();
}

Value turnout_value(const Turnout& turnout) {
  return ValueMapBuilder().whole("called", turnout.called).whole("came", turnout.came).take();
}

Value count_value(const TaskCount& count) {
  return ValueMapBuilder()
      .whole("given", count.given)
      .whole("done", count.done)
      .whole("open", count.open)
      .whole("overdue", count.overdue)
      .take();
}

Value task_value(const TaskLine& task) {
  return ValueMapBuilder()
      .text("text", task.text)
      .text("assignee", task.assignee)
      .text("state", task.is_overdue ? "overdue" : task.state)
      .text("result", task.result)
      .day("deadline", task.deadline)
      .take();
}

Value line_value(const YearLine& line) {
  std::vector<TaskLine> left;
  const auto done = name_of(meeting::k_task_state_names, meeting::TaskState::done);
  for (const auto& task : line.tasks) {
    if (task.state != done) left.push_back(task);
  }
  return ValueMapBuilder()
      .text("name", line_name(line))
      .text("commune", line.unit.commune)
      .add("regular", held_value(line.regular))
      .add("thematic", held_value(line.thematic))
      .add("village", held_value(line.village))
      .whole("others", line.others)
      .add("members", turnout_value(line.members))
      .add("households", turnout_value(line.households))
      .add("tasks", count_value(line.task_count))
      .add("left", list_of(left, task_value))
      .text("missing", missing_text(line.missing))
      .take();
}

void add(HeldCount& sum, const HeldCount& one) {
  sum.asked += one.asked;
  sum.kept += one.kept;
  sum.meetings += one.meetings;
}

void add(Turnout& sum, const Turnout& one) {
  sum.called += one.called;
  sum.came += one.came;
}

YearLine total_of(const YearView& view) {
  YearLine total;
  for (const auto& line : view.lines) {
    add(total.regular, line.regular);
    add(total.thematic, line.thematic);
    add(total.village, line.village);
    total.others += line.others;
    add(total.members, line.members);
    add(total.households, line.households);
    total.task_count.given += line.task_count.given;
    total.task_count.done += line.task_count.done;
    total.task_count.open += line.task_count.open;
    total.task_count.overdue += line.task_count.overdue;
  }
  return total;
}

}  // namespace

ValueMapBuilder year_values(const YearView& view) {
  ValueMapBuilder values;
  values.whole("year", view.year).day("day", view.as_of).day("date", view.as_of);
  values.add("lines", list_of(view.lines, line_value));
  values.add("total", line_value(total_of(view)));
  return values;
}

}  // namespace quyche
