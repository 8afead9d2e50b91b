#include "meeting/task_list.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "meeting/meeting_names.hpp"

namespace quyche::meeting {
namespace {

/// A task belongs to the cell or village that gave it; ids are its own.
std::string key_of(const Task& task, const Unit& unit) {
  const auto& owner = unit.cell.empty() ? unit.village : unit.cell;
  const auto own =
      task.id.empty() ? match_key(task.text) + '\n' + match_key(task.assignee) : task.id;
  return match_key(unit.commune) + '\n' + match_key(owner) + '\n' + own;
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
  line.unit = meeting.unit.cell.empty() ? meeting.unit.village : meeting.unit.cell;
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

class TaskBook {
 public:
  void take(const Meeting& meeting) {
    for (const auto& task : meeting.carried_tasks) {
      const auto at = find_carried(task, meeting);
      at < lines_.size() ? go_on(at, task, meeting) : add(task, meeting);
    }
    for (const auto& task : meeting.tasks) {
      const auto at = find_same(task, meeting);
      at < lines_.size() ? go_on(at, task, meeting) : add(task, meeting);
    }
  }

  [[nodiscard]] std::vector<TaskLine> lines() && { return std::move(lines_); }
  [[nodiscard]] std::vector<Task> tasks() && { return std::move(tasks_); }

 private:
  void add(const Task& task, const Meeting& meeting) {
    known_[key_of(task, meeting.unit)].push_back(lines_.size());
    lines_.push_back(line_of(task, meeting));
    tasks_.push_back(task);
    tasks_.back().given_on = lines_.back().given_on;
  }

  void go_on(std::size_t at, const Task& task, const Meeting& meeting) {
    update(lines_[at], task, meeting);
    auto& known = tasks_[at];
    known.state = task.state;
    if (!task.result.empty()) known.result = task.result;
    if (task.deadline) known.deadline = task.deadline;
    if (!task.assignee.empty()) known.assignee = task.assignee;
    if (!task.post.empty()) known.post = task.post;
    if (!task.together_with.empty()) known.together_with = task.together_with;
  }

  /// The one given on the day it names, else the last of its id.
  std::size_t find_carried(const Task& task, const Meeting& meeting) {
    const auto& same = known_[key_of(task, meeting.unit)];
    const auto given = std::find_if(same.begin(), same.end(), [&](std::size_t at) {
      return task.given_on && lines_[at].given_on == task.given_on;
    });
    if (given != same.end()) return *given;
    return same.empty() ? lines_.size() : same.back();
  }

  /// An id that is used again for something else is another task.
  std::size_t find_same(const Task& task, const Meeting& meeting) {
    const auto text = match_key(task.text);
    for (const auto at : known_[key_of(task, meeting.unit)]) {
      if (match_key(lines_[at].text) == text) return at;
    }
    return lines_.size();
  }

  std::vector<TaskLine> lines_;
  std::vector<Task> tasks_;                                ///< the same, as the records say them
  std::map<std::string, std::vector<std::size_t>> known_;  ///< places in lines_
};

TaskBook read_book(std::vector<Meeting> meetings, Date as_of) {
  std::stable_sort(meetings.begin(), meetings.end(), [](const Meeting& left, const Meeting& right) {
    return left.date < right.date;
  });
  TaskBook book;
  for (const auto& meeting : meetings) {
    if (meeting.date <= as_of) book.take(meeting);
  }
  return book;
}

}  // namespace

std::vector<Task> open_tasks(std::vector<Meeting> meetings, Date as_of) {
  auto tasks = read_book(std::move(meetings), as_of).tasks();
  std::erase_if(tasks, [](const Task& task) { return task.state == TaskState::done; });
  std::stable_sort(tasks.begin(), tasks.end(), [](const Task& left, const Task& right) {
    if (left.deadline.has_value() != right.deadline.has_value()) return left.deadline.has_value();
    return left.deadline && *left.deadline < *right.deadline;
  });
  return tasks;
}

std::vector<TaskLine> list_tasks(std::vector<Meeting> meetings, Date as_of) {
  auto lines = read_book(std::move(meetings), as_of).lines();
  const auto done = name_of(k_task_state_names, TaskState::done);
  for (auto& line : lines) {
    line.is_overdue = line.state != done && line.deadline && *line.deadline < as_of;
  }
  std::stable_sort(lines.begin(), lines.end(), is_sooner);
  return lines;
}

}  // namespace quyche::meeting
