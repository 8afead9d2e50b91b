#include "meeting/year_view.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/text.hpp"
#include "meeting/headcount.hpp"
#include "meeting/meeting_names.hpp"
#include "meeting/task_list.hpp"

namespace quyche::meeting {
namespace {

/// Cells and villages that records name together, so that each village stands with its cell.
class Villages {
 public:
  void learn(const Unit& unit) {
    if (unit.cell.empty() || unit.village.empty()) return;
    villages_.emplace(key(unit.commune, unit.cell), match_key(unit.village));
  }
  [[nodiscard]] std::string key_of(const Unit& unit) const {
    if (!unit.village.empty()) return key(unit.commune, unit.village);
    const auto known = villages_.find(key(unit.commune, unit.cell));
    return known == villages_.end() ? key(unit.commune, unit.cell)
                                    : match_key(unit.commune) + '\n' + known->second;
  }

 private:
  static std::string key(const std::string& commune, const std::string& name) {
    return match_key(commune) + '\n' + match_key(name);
  }
  std::map<std::string, std::string> villages_;
};

HeldCount* count_of(YearLine& line, Kind kind) {
  if (kind == Kind::cell_regular) return &line.regular;
  if (kind == Kind::cell_thematic) return &line.thematic;
  return kind == Kind::village ? &line.village : nullptr;
}

void add(Turnout& sum, const Turnout& one) {
  sum.called += one.called;
  sum.came += one.came;
}

void count_meeting(YearLine& line, const Meeting& meeting) {
  auto* count = count_of(line, meeting.kind);
  ++(count == nullptr ? line.others : count->meetings);
  add(is_party(meeting.kind) ? line.members : line.households, turnout_of(meeting));
  if (meeting.kind == Kind::cell_regular) line.secretary = meeting.chair.name;
}

bool existed(const Unit& unit, Date from, Date to) {
  return !(unit.founded && *unit.founded > to) && !(unit.ended && *unit.ended < from);
}

class Year {
 public:
  Year(YearView& view, const Rules& rules) : view_(view), rules_(rules) {}

  void count(YearLine& line) const {
    for (const auto* meeting : line.meetings) count_meeting(line, *meeting);
    for (const auto& rule : rules_.all()) {
      if (rule.test == Test::held_each && !rule.kinds.empty()) count_periods(line, rule);
    }
    count_tasks(line);
  }

 private:
  void count_periods(YearLine& line, const Rule& rule) const {
    auto* count = count_of(line, rule.kinds.front());
    if (count == nullptr) return;
    const int length = months_of(rule.period);
    const int first = view_.year * k_months / length;
    for (int period = first; period < first + k_months / length; ++period) {
      const auto end = last_day((period + 1) * length - 1);
      const bool is_due = end <= view_.as_of && rule.validity.contains(end) &&
                          existed(line.unit, first_day(period * length), end);
      if (!is_due) continue;
      ++count->asked;
      if (is_held(rule, line.meetings, period)) {
        ++count->kept;
      } else {
        line.missing.push_back({rule.kinds.front(), rule.period, period - first + 1});
      }
    }
  }

  void count_tasks(YearLine& line) const {
    std::vector<Meeting> held;
    for (const auto* meeting : line.meetings) held.push_back(*meeting);
    line.tasks = list_tasks(std::move(held), view_.as_of);
    const auto done = name_of(k_task_state_names, TaskState::done);
    auto& count = line.task_count;
    for (const auto& task : line.tasks) {
      ++count.given;
      ++(task.state == done ? count.done : task.is_overdue ? count.overdue : count.open);
    }
  }

  YearView& view_;
  const Rules& rules_;
};

void sort_lines(std::vector<YearLine>& lines) {
  const auto key = [](const YearLine& line) {
    return std::tuple(name_key(line.unit.commune),
                      name_key(line.unit.cell.empty() ? line.unit.village : line.unit.cell));
  };
  std::stable_sort(lines.begin(), lines.end(), [&](const YearLine& left, const YearLine& right) {
    return key(left) < key(right);
  });
}

}  // namespace

Turnout turnout_of(const Meeting& meeting) {
  const auto heads = count_heads(meeting);
  return {heads.convened - (is_party(meeting.kind) ? heads.excluded : 0), heads.present};
}

namespace {

/// A meeting of the year, or one later than the day.
void take_meeting(YearView& view, YearLine& line, const Meeting& meeting) {
  if (!line.unit.founded) line.unit.founded = meeting.unit.founded;
  if (!line.unit.ended) line.unit.ended = meeting.unit.ended;
  if (static_cast<int>(meeting.date.year()) != view.year) return;
  if (meeting.date <= view.as_of) {
    line.meetings.push_back(&meeting);
  } else {
    ++view.later;
  }
}

}  // namespace

YearView view_year(const std::vector<Meeting>& meetings, const std::vector<Unit>& others,
                   const Rules& rules, int year, Date as_of) {
  Villages villages;
  for (const auto& meeting : meetings) villages.learn(meeting.unit);
  for (const auto& unit : others) villages.learn(unit);
  YearView view{year, as_of, {}, 0};
  std::map<std::string, YearLine> lines;
  const auto line_of = [&](const Unit& unit) -> YearLine& {
    auto& line = lines[villages.key_of(unit)];
    // The unit as its cell's records tell it, else as its village's.
    if (line.unit.cell.empty()) line.unit = unit;
    return line;
  };
  for (const auto& unit : others) line_of(unit);
  for (const auto& meeting : meetings) take_meeting(view, line_of(meeting.unit), meeting);
  const Year count(view, rules);
  for (auto& [key, line] : lines) {
    std::stable_sort(
        line.meetings.begin(), line.meetings.end(),
        [](const Meeting* left, const Meeting* right) { return left->date < right->date; });
    count.count(line);
    view.lines.push_back(std::move(line));
  }
  sort_lines(view.lines);
  return view;
}

}  // namespace quyche::meeting
