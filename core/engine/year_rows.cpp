#include "engine/year_rows.hpp"

#include <algorithm>
#include <array>

#include "base/date.hpp"
#include "base/messages.hpp"
#include "base/number.hpp"
#include "meeting/meeting_names.hpp"

namespace quyche {
namespace {

using meeting::HeldCount;
using meeting::Kind;
using meeting::Meeting;
using meeting::MissingMeeting;
using meeting::YearLine;
using meeting::YearView;

constexpr int k_months = 12;

void put(YearFields& row, const char* name, int number) { row[name] = std::to_string(number); }

std::string period_text(const MissingMeeting& missing) {
  switch (missing.period) {
    case meeting::Period::month:
      return vietnamese("year.month", {std::to_string(missing.number)});
    case meeting::Period::quarter:
      return vietnamese("year.quarter", {roman(missing.number)});
    case meeting::Period::half_year:
      return vietnamese("year.half", {roman(missing.number)});
    case meeting::Period::year:
      return vietnamese("year.whole");
  }
  return {};
}

std::string kind_text(Kind kind) {
  return vietnamese("year.kind." + name_of(meeting::k_kind_names, kind));
}

int month_of(Date day) { return static_cast<int>(static_cast<unsigned>(day.month())); }

bool is_in(const std::optional<Date>& day, const YearView& view, int month) {
  return day && static_cast<int>(day->year()) == view.year && month_of(*day) == month;
}

/// Numbers of one month, over all cells.
struct Month {
  int regular = 0, thematic = 0, village = 0, others = 0;
  int called = 0, came = 0;
  int given = 0, due = 0, due_done = 0;

  void count(const Meeting& held) {
    if (held.kind == Kind::cell_regular) {
      ++regular;
    } else if (held.kind == Kind::cell_thematic) {
      ++thematic;
    } else {
      ++(held.kind == Kind::village ? village : others);
    }
    if (!is_party(held.kind)) return;
    const auto turnout = meeting::turnout_of(held);
    called += turnout.called;
    came += turnout.came;
  }
};

void count_tasks(const YearLine& line, const YearView& view, int number, Month& month) {
  const auto done = name_of(meeting::k_task_state_names, meeting::TaskState::done);
  for (const auto& task : line.tasks) {
    month.given += is_in(task.given_on, view, number) ? 1 : 0;
    if (!is_in(task.deadline, view, number)) continue;
    ++month.due;
    month.due_done += task.state == done ? 1 : 0;
  }
}

Month month_of_line(const YearView& view, int number) {
  Month month;
  for (const auto& line : view.lines) {
    for (const auto* held : line.meetings) {
      if (month_of(held->date) == number) month.count(*held);
    }
    count_tasks(line, view, number, month);
  }
  return month;
}

void put_held(YearFields& row, const std::string& name, const HeldCount& count) {
  put(row, (name + "_asked").c_str(), count.asked);
  put(row, (name + "_kept").c_str(), count.kept);
}

YearFields meeting_row(const YearLine& line, const Meeting& held) {
  const auto turnout = meeting::turnout_of(held);
  YearFields row;
  row["date"] = iso(held.date);
  row["cell"] =
      is_party(held.kind) || held.unit.village.empty() ? line_name(line) : held.unit.village;
  row["kind"] = name_of(meeting::k_kind_names, held.kind);
  row["title"] = !held.title.empty()   ? held.title
                 : held.agenda.empty() ? std::string()
                                       : held.agenda.front().title;
  put(row, "called", turnout.called);
  put(row, "came", turnout.came);
  if (held.start && held.end && *held.end > *held.start) {
    put(row, "minutes", static_cast<int>((*held.end - *held.start).count()));
  }
  put(row, "given", static_cast<int>(held.tasks.size()));
  const auto slash = held.file.rfind('/');
  row["file"] = slash == std::string::npos ? held.file : held.file.substr(slash + 1);
  return row;
}

}  // namespace

const std::string& line_name(const YearLine& line) {
  return line.unit.cell.empty() ? line.unit.village : line.unit.cell;
}

std::string missing_text(const std::vector<MissingMeeting>& missing) {
  std::string text;
  for (const auto kind : {Kind::cell_regular, Kind::cell_thematic, Kind::village}) {
    std::string periods;
    for (const auto& one : missing) {
      if (one.kind == kind) periods += (periods.empty() ? "" : ", ") + period_text(one);
    }
    if (!periods.empty()) text += (text.empty() ? "" : "; ") + kind_text(kind) + ": " + periods;
  }
  return text;
}

std::vector<YearFields> year_cells(const YearView& view) {
  std::vector<YearFields> rows;
  for (const auto& line : view.lines) {
    YearFields row;
    row["cell"] = line_name(line);
    row["commune"] = line.unit.commune;
    put_held(row, "regular", line.regular);
    put_held(row, "thematic", line.thematic);
    put_held(row, "village", line.village);
    put(row, "called", line.members.called);
    put(row, "came", line.members.came);
    put(row, "done", line.task_count.done);
    put(row, "open", line.task_count.open);
    put(row, "overdue", line.task_count.overdue);
    row["missing"] = missing_text(line.missing);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<YearFields> year_months(const YearView& view) {
  std::vector<YearFields> rows;
  for (int number = 1; number <= k_months; ++number) {
    const auto month = month_of_line(view, number);
    YearFields row;
    row["month"] = vietnamese("year.month-head", {std::to_string(number)});
    put(row, "regular", month.regular);
    put(row, "thematic", month.thematic);
    put(row, "village", month.village);
    put(row, "others", month.others);
    put(row, "called", month.called);
    put(row, "came", month.came);
    put(row, "given", month.given);
    put(row, "due", month.due);
    put(row, "due_done", month.due_done);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<YearFields> year_meetings(const YearView& view) {
  std::vector<YearFields> rows;
  for (const auto& line : view.lines) {
    for (const auto* held : line.meetings) rows.push_back(meeting_row(line, *held));
  }
  return rows;
}

std::vector<YearFields> year_tasks(const YearView& view) {
  std::vector<YearFields> rows;
  for (const auto& line : view.lines) {
    for (const auto& task : line.tasks) {
      YearFields row{{"cell", line_name(line)}, {"text", task.text}, {"assignee", task.assignee}};
      row["given_on"] = task.given_on ? iso(*task.given_on) : std::string();
      row["deadline"] = task.deadline ? iso(*task.deadline) : std::string();
      row["state"] = task.is_overdue ? std::string("overdue") : task.state;
      row["result"] = task.result;
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

}  // namespace quyche
