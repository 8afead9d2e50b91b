#include "meeting/meeting_file.hpp"

#include "meeting/meeting_values.hpp"
#include "meeting/task_list.hpp"
#include "support/catch.hpp"
#include "support/sample_meeting.hpp"

using namespace quyche;
using namespace quyche::meeting;

namespace {

std::string refused(const std::string& json) {
  return caught([&] { (void)read_meeting(json, "a.json"); });
}

}  // namespace

TEST_CASE("a meeting written and read again is the same meeting", "[meeting]") {
  for (const auto& meeting : {sample::cell_meeting(), sample::village_meeting()}) {
    const auto text = write_meeting(meeting);
    CHECK(write_meeting(read_meeting(text, "a.json")) == text);
  }
}

TEST_CASE("every problem of a record is reported at once, unknown names with the nearest",
          "[meeting]") {
  CHECK(refused(R"({"kind": "cell_reglar", "date": "2026-02-30", "start": "25:00",
                    "chiar": {}, "votes": [{"matter": "admission", "count": {"yes": -1}}],
                    "tasks": {}, "attendance": {"people": [{"post": "A"}]}})") ==
        "a.json › trường kind\n"
        "lỗi: không hiểu «cell_reglar»; cần một trong các từ: cell_regular, cell_thematic, "
        "cell_committee, village, cluster, congress [meeting.unknown-word]\n"
        "  → có phải «cell_regular»?\n"
        "a.json › trường date\n"
        "lỗi: «2026-02-30» không phải một ngày có thật [meeting.bad-day]\n"
        "  → ghi dạng NĂM-THÁNG-NGÀY, ví dụ 2026-09-05, hoặc 05/9/2026\n"
        "a.json › trường start\n"
        "lỗi: «25:00» không phải giờ trong ngày [meeting.bad-time]\n"
        "  → ghi giờ và phút, ví dụ 19:30\n"
        "a.json › trường attendance › trường people › mục 1 › trường name\n"
        "lỗi: thiếu «name» [meeting.missing]\n"
        "  → ghi thêm trường này; lệnh quyche meeting new lập sẵn một hồ sơ có đủ các trường\n"
        "a.json › trường votes › mục 1 › trường count › trường yes\n"
        "lỗi: «-1» không phải số đếm; cần một số nguyên từ 0 đến 1.000.000 [meeting.bad-count]\n"
        "a.json › trường tasks\n"
        "lỗi: cần một danh sách [ … ], nhưng ở đây là: {} [meeting.not-a-list]\n"
        "a.json › trường chiar\n"
        "lỗi: không có trường nào tên «chiar» ở chỗ này [meeting.unknown-key]\n"
        "  → có phải «chair»?");
}

TEST_CASE("what is no record of a meeting is refused", "[meeting]") {
  CHECK(refused("[1]") ==
        "a.json\n"
        "lỗi: tệp này không phải hồ sơ của một cuộc họp [meeting.not-a-meeting]\n"
        "  → hồ sơ cuộc họp là một đối tượng JSON; lệnh quyche meeting new lập sẵn một hồ sơ mẫu");
  CHECK(refused("{\"kind\" 1}").find("[json.not-well-formed]") != std::string::npos);
  CHECK(refused("\xff").find("[meeting.not-utf8]") != std::string::npos);
  CHECK(refused(std::string(5000, '[')).find("[json.too-deep]") != std::string::npos);
}

TEST_CASE("an agenda item of twenty pages loses nothing", "[meeting]") {
  auto meeting = sample::cell_meeting();
  std::string long_text;
  for (int line = 0; line < 1000; ++line) long_text += "Nội dung mẫu, dòng dài của một báo cáo.\n";
  long_text += "Hết.";
  meeting.agenda[0].content = long_text;
  CHECK(read_meeting(write_meeting(meeting), "a.json").agenda[0].content == long_text);
}

TEST_CASE("a task stands once, as the last meeting left it", "[meeting]") {
  auto first = sample::cell_meeting();
  auto second = first;
  first.file = "1.json";
  second.file = "2.json";
  second.date = std::chrono::year(2026) / 10 / 5;
  second.carried_tasks = {first.tasks[0], first.carried_tasks[0]};
  second.carried_tasks[0].state = TaskState::done;
  second.carried_tasks[0].result = "Xong";
  second.tasks.clear();
  const auto lines = list_tasks({second, first}, std::chrono::year(2026) / 10 / 5);
  std::string out;
  for (const auto& line : lines) {
    out +=
        line.id + " " + line.state + " " + line.file + (line.is_overdue ? " overdue" : "") + "\n";
  }
  CHECK(out ==
        "2026-08-2 partly 2.json overdue\n"
        "2026-09-2 open 1.json overdue\n"
        "2026-09-1 done 2.json\n");
}

TEST_CASE("rules with wrong words say which are right", "[meeting]") {
  CHECK(caught([] {
          (void)Rules(R"(<meeting-rules><rule id="A" test="vots" at-least="5/3"/></meeting-rules>)",
                      "rules.xml");
        }).find("rules.xml › dòng 1\nlỗi: test là «vots»; cần: vote, quorum") == 0);
}

TEST_CASE("hours are read as clerks write them, and what is unclear is not guessed", "[meeting]") {
  for (const auto* text : {"19:30", "19 giờ 30", "19 giờ 30 phút", "19h30", "19 h 30p", "19G30'",
                           "19.30", "19:30:00"}) {
    CAPTURE(text);
    CHECK(time_from_text(text) == TimeOfDay(19 * 60 + 30));
  }
  CHECK(time_from_text("7 giờ") == TimeOfDay(7 * 60));
  for (const auto* text : {"", "giờ", "19", "25:00", "19:60", "7 giờ 30 tối", "19 rưỡi", "19:30:15",
                           "-1:30", "19:30-21:00", "19 giờ 30 phút sáng"}) {
    CAPTURE(text);
    CHECK_FALSE(time_from_text(text).has_value());
  }
}
