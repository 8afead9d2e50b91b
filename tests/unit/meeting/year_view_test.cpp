#include "meeting/year_view.hpp"

#include "meeting/meeting_names.hpp"
#include "meeting/task_list.hpp"
#include "support/catch.hpp"
#include "support/sample_meeting.hpp"

namespace quyche::meeting {
namespace {

using namespace std::chrono_literals;

constexpr Date k_june(2026y / 6 / 30);
constexpr Date k_december(2026y / 12 / 31);

/// A meeting of the one cell of these tests, with nothing in it.
Meeting held(Kind kind, Date day) {
  Meeting meeting;
  meeting.kind = kind;
  meeting.date = day;
  meeting.unit.cell = is_party(kind) ? "Chi bộ thôn Mẫu" : "";
  meeting.unit.village = "thôn Mẫu";
  meeting.unit.commune = "xã Hoàn Long";
  return meeting;
}

std::vector<Meeting> half_a_year() {
  return {held(Kind::cell_regular, 2026y / 1 / 5),   held(Kind::cell_regular, 2026y / 2 / 5),
          held(Kind::cell_regular, 2026y / 2 / 25),  held(Kind::cell_regular, 2026y / 4 / 5),
          held(Kind::cell_thematic, 2026y / 3 / 20), held(Kind::village, 2026y / 6 / 12)};
}

YearView viewed(const std::vector<Meeting>& meetings, Date as_of, int year = 2026) {
  return view_year(meetings, {}, sample::rules(), year, as_of);
}

std::string missing_of(const YearLine& line) {
  std::string out;
  for (const auto& one : line.missing) {
    out += name_of(k_kind_names, one.kind) + " " + std::to_string(one.number) + "\n";
  }
  return out;
}

Task task(const std::string& id, TaskState state, Date deadline) {
  Task one;
  one.id = one.text = id;
  one.state = state;
  one.deadline = deadline;
  return one;
}

}  // namespace

TEST_CASE("a month with two meetings counts once, and months to come ask for nothing", "[year]") {
  const auto meetings = half_a_year();
  const auto view = viewed(meetings, k_june);
  REQUIRE(view.lines.size() == 1);
  const auto& line = view.lines.front();
  CHECK(line.regular.asked == 6);
  CHECK(line.regular.kept == 3);
  CHECK(line.regular.meetings == 4);
  CHECK(line.thematic.asked == 2);
  CHECK(line.thematic.kept == 1);
  CHECK(line.village.asked == 0);
  CHECK(line.village.meetings == 1);
  CHECK(missing_of(line) == "cell_thematic 2\ncell_regular 3\ncell_regular 5\ncell_regular 6\n");
}

TEST_CASE("a quarter is asked for on its last day, not the day before", "[year]") {
  const auto meetings = half_a_year();
  CHECK(viewed(meetings, 2026y / 6 / 29).lines.front().thematic.asked == 1);
  CHECK(viewed(meetings, k_june).lines.front().thematic.asked == 2);
  CHECK(viewed(meetings, 2026y / 12 / 30).lines.front().village.asked == 0);
  CHECK(viewed(meetings, k_december).lines.front().village.asked == 1);
}

TEST_CASE("before 2023 a village meets every half year", "[year]") {
  const std::vector meetings{held(Kind::village, 2022y / 3 / 1)};
  const auto view = viewed(meetings, 2022y / 12 / 31, 2022);
  CHECK(view.lines.front().village.asked == 2);
  CHECK(view.lines.front().village.kept == 1);
}

TEST_CASE("a cell owes nothing for months before it was founded or after its end", "[year]") {
  auto meeting = held(Kind::cell_regular, 2026y / 5 / 5);
  meeting.unit.founded = 2026y / 4 / 10;
  meeting.unit.ended = 2026y / 9 / 30;
  const std::vector meetings{meeting};
  const auto view = viewed(meetings, k_december);
  CHECK(view.lines.front().regular.asked == 6);
  CHECK(view.lines.front().thematic.asked == 2);
}

TEST_CASE("a village stands with its cell, and villages of two communes stand apart", "[year]") {
  auto elsewhere = held(Kind::village, 2026y / 3 / 1);
  elsewhere.unit.commune = "xã Việt Yên";
  const std::vector meetings{held(Kind::village, 2026y / 2 / 1),
                             held(Kind::cell_regular, 2026y / 1 / 5), elsewhere};
  const auto view = viewed(meetings, k_december);
  REQUIRE(view.lines.size() == 2);
  CHECK(view.lines[0].unit.cell == "Chi bộ thôn Mẫu");
  CHECK(view.lines[0].meetings.size() == 2);
  CHECK(view.lines[1].unit.commune == "xã Việt Yên");
}

TEST_CASE("a cell that never met has a line that says so", "[year]") {
  Unit silent;
  silent.cell = "Chi bộ thôn Vắng";
  silent.village = "thôn Vắng";
  silent.commune = "xã Hoàn Long";
  const auto view = view_year({}, {silent}, sample::rules(), 2026, k_june);
  REQUIRE(view.lines.size() == 1);
  CHECK(view.lines.front().regular.asked == 6);
  CHECK(view.lines.front().regular.kept == 0);
}

TEST_CASE("tasks are done, open or overdue as of the day", "[year]") {
  auto meetings = half_a_year();
  meetings[0].tasks = {task("a", TaskState::open, 2026y / 3 / 31),
                       task("b", TaskState::open, 2026y / 6 / 29),
                       task("c", TaskState::partly, k_june)};
  meetings[3].carried_tasks = {task("a", TaskState::done, 2026y / 3 / 31)};
  const auto count = viewed(meetings, k_june).lines.front().task_count;
  CHECK(count.given == 3);
  CHECK(count.done == 1);
  CHECK(count.overdue == 1);
  CHECK(count.open == 1);
}

TEST_CASE("meetings after the day count nowhere, and are counted as such", "[year]") {
  auto meetings = half_a_year();
  meetings.push_back(held(Kind::cell_regular, 2026y / 7 / 5));
  meetings.back().tasks.push_back(task("8", TaskState::open, 2026y / 9 / 1));
  const auto view = viewed(meetings, k_june);
  CHECK(view.later == 1);
  CHECK(view.lines.front().regular.meetings == 4);
  CHECK(view.lines.front().task_count.given == 0);
  const auto later = viewed(meetings, k_december);
  CHECK(later.later == 0);
  CHECK(later.lines.front().regular.meetings == 5);
  CHECK(later.lines.front().task_count.given == 1);
}

TEST_CASE("two cells that number their tasks alike keep their own", "[year]") {
  auto first = held(Kind::cell_regular, 2026y / 1 / 5);
  first.tasks.push_back(task("1", TaskState::open, 2026y / 3 / 1));
  first.tasks.back().text = "Dọn kênh";
  auto second = first;
  second.unit.cell = "Chi bộ thôn Ví Dụ";
  second.unit.village = "thôn Ví Dụ";
  second.tasks.back().text = "Sửa cầu";
  second.tasks.back().state = TaskState::done;
  const auto lines = list_tasks({first, second}, k_june);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].text + " " + lines[0].state + " " + lines[0].unit ==
        "Dọn kênh open Chi bộ thôn Mẫu");
  CHECK(lines[1].text + " " + lines[1].state + " " + lines[1].unit ==
        "Sửa cầu done Chi bộ thôn Ví Dụ");
}

TEST_CASE("an id given to another task next month is another task", "[year]") {
  auto january = held(Kind::cell_regular, 2026y / 1 / 5);
  january.tasks.push_back(task("1", TaskState::open, 2026y / 2 / 1));
  january.tasks.back().text = "Dọn kênh";
  auto february = held(Kind::cell_regular, 2026y / 2 / 5);
  february.carried_tasks.push_back(january.tasks.back());
  february.carried_tasks.back().given_on = january.date;
  february.carried_tasks.back().state = TaskState::done;
  february.tasks.push_back(task("1", TaskState::open, 2026y / 3 / 1));
  february.tasks.back().text = "Sửa cầu";
  const auto lines = list_tasks({february, january}, k_june);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].text + " " + lines[0].state == "Dọn kênh done");
  CHECK(lines[1].text + " " + lines[1].state == "Sửa cầu open");
}

TEST_CASE("the next meeting carries what was not done, as it was last told", "[year]") {
  auto january = held(Kind::cell_regular, 2026y / 1 / 5);
  january.tasks = {task("1", TaskState::open, 2026y / 2 / 1),
                   task("2", TaskState::open, 2026y / 3 / 1),
                   task("3", TaskState::open, 2026y / 1 / 20)};
  january.tasks[1].post = "Trưởng thôn";
  auto february = held(Kind::cell_regular, 2026y / 2 / 5);
  february.carried_tasks = january.tasks;
  for (auto& one : february.carried_tasks) one.given_on = january.date;
  february.carried_tasks[0].state = TaskState::done;
  february.carried_tasks[1].state = TaskState::partly;
  february.carried_tasks[1].result = "một nửa";
  const auto left = open_tasks({january, february}, 2026y / 3 / 5);
  REQUIRE(left.size() == 2);
  CHECK(left[0].id == "3");
  CHECK(left[1].id + left[1].result + left[1].post == "2một nửaTrưởng thôn");
  CHECK(left[1].state == TaskState::partly);
  CHECK(left[1].given_on == january.date);
}

TEST_CASE("a meeting before the law changed is one of its period", "[year]") {
  // 42-HD/BTCTW asks from 28/10/2025 on; the quarter began before.
  const auto view =
      viewed({held(Kind::cell_thematic, 2025y / 10 / 20)}, Date(2025y / 12 / 31), 2025);
  CHECK(missing_of(view.lines.front()).find("cell_thematic 4") == std::string::npos);
  CHECK(view.lines.front().thematic.kept == 1);
}

TEST_CASE("members who do not count and stay away lower no turnout", "[year]") {
  auto meeting = held(Kind::cell_regular, 2026y / 1 / 5);
  for (const auto* name : {"A", "B", "C", "D"}) {
    meeting.attendance.people.emplace_back().name = name;
  }
  auto& people = meeting.attendance.people;
  people[2].presence = Presence::excused;
  people[3].presence = Presence::absent;
  people[3].standing = Standing::exempt;
  const auto turnout = turnout_of(meeting);
  CHECK(turnout.called == 3);
  CHECK(turnout.came == 2);
}

}  // namespace quyche::meeting
