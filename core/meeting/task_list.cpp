#include "meeting/task_list.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "meeting/meeting_names.hpp"

namespace quyche::meeting {
namespace {

std::string key_of(const Task& task) {
  if (!task.id.empty()) return task.id;
  return match_key(task.text) + '\n' + match_key(task.assignee);
}

TaskLine line_of(const Task& task, const Meeting& meeting) {
  TaskLine line;
  line.id = task.id;
  line.text = task.text;
  line.assignee = task.assignee;
  line.given_on = task.given_on ? task.given_on : meeting.date;
  line.deadline = task.deadline;
  line.state = name_of(k_task_state_names, task.state);
  line.result = task.result;
  line.file = meeting.file;
  return line;
}

/// A later word about a task; what it leaves out stays as it was.
void update(TaskLine& line, const Task& task, const Meeting& meeting) {
  line.state = name_of(k_task_state_names, task.state);
  line.file = meeting.file;
  if (!task.result.empty()) line.result = task.result;
  if (task.deadline) line.deadline = task.deadline;
  if (!task.assignee.empty()) line.assignee = task.assignee;
}

bool is_sooner(const TaskLine& left, const TaskLine& right) {
  if (left.deadline.has_value() != right.deadline.has_value()) return left.deadline.has_value();
  return left.deadline && *left.deadline < *right.deadline;
}

}  // namespace

std::vector<TaskLine> list_tasks(std::vector<Meeting> meetings, Date as_of) {
  std::stable_sort(meetings.begin(), meetings.end(), [](const Meeting& left, const Meeting& right) {
    return left.date < right.date;
  });
  std::vector<TaskLine> lines;
  std::map<std::string, std::size_t> known;
  const auto take = [&](const Task& task, const Meeting& meeting) {
    const auto [at, fresh] = known.emplace(key_of(task), lines.size());
    if (fresh) {
      lines.push_back(line_of(task, meeting));
    } else {
      update(lines[at->second], task, meeting);
    }
  };
  for (const auto& meeting : meetings) {
    for (const auto& task : meeting.carried_tasks) take(task, meeting);
    for (const auto& task : meeting.tasks) take(task, meeting);
  }
  const auto done = name_of(k_task_state_names, TaskState::done);
  for (auto& line : lines) {
    line.is_overdue = line.state != done && line.deadline && *line.deadline < as_of;
  }
  std::stable_sort(lines.begin(), lines.end(), is_sooner);
  return lines;
}

}  // namespace quyche::meeting
