#include "meeting/meeting_check.hpp"

#include "base/date.hpp"
#include "support/catch.hpp"
#include "support/sample_meeting.hpp"

using namespace quyche;
using namespace quyche::meeting;

namespace {

Date day(const char* text) { return date_from_iso(text).value(); }

}  // namespace

TEST_CASE("the sample meetings have no finding", "[meeting]") {
  CHECK(sample::checked(sample::cell_meeting()) == "");
  CHECK(sample::checked(sample::village_meeting()) == "");
}

TEST_CASE("counts that do not add up are all named", "[meeting]") {
  auto meeting = sample::village_meeting();
  meeting.attendance.totals.absent = 24;
  meeting.votes[1].count.no = 8;
  CHECK(sample::checked(meeting) ==
        "b.json › trường attendance\n"
        "lỗi: có mặt 226 + vắng có lý do 61 + vắng không lý do 24 = 311, nhưng tổng số là 312 "
        "[meeting.attendance-sum]\n"
        "  → MIN-01: theo phép cộng của biên bản\n"
        "  → đếm lại theo danh sách điểm danh và phiếu rồi sửa con số\n"
        "b.json › trường votes › mục 2 › trường count\n"
        "lỗi: 228 lượt biểu quyết nhưng chỉ có 226 người hoặc hộ dự họp được biểu quyết "
        "[meeting.more-votes]\n"
        "  → MIN-01: theo phép cộng của biên bản\n"
        "  → đếm lại theo danh sách điểm danh và phiếu rồi sửa con số");
}

TEST_CASE("totals that differ from the list, and parts above their whole, are named", "[meeting]") {
  auto meeting = sample::cell_meeting();
  meeting.attendance.totals.present = 14;
  meeting.attendance.totals.excused = 2;
  meeting.attendance.totals.probationary = 17;
  CHECK(sample::found(meeting) ==
        "MIN-01 meeting.part-above-whole\n"
        "MIN-01 meeting.list-differs\n"
        "MIN-01 meeting.list-differs\n"
        "MIN-01 meeting.list-differs");
}

TEST_CASE("what is still in square brackets is named, each text once", "[meeting]") {
  auto meeting = sample::cell_meeting();
  meeting.place = "[Nhà văn hóa thôn …]";
  meeting.tasks[0].assignee = "[Người chịu trách nhiệm]";
  meeting.tasks[1].assignee = "[Người chịu trách nhiệm]";
  CHECK(sample::found(meeting) == " meeting.placeholder\n meeting.placeholder");
}

TEST_CASE("the records to start from are refused until they are filled in", "[meeting]") {
  for (const auto* file : {"cell", "village"}) {
    const auto path = std::string("templates/meetings/records/") + file + ".json";
    const auto found = sample::found(read_meeting(sample::tree_file(path), path));
    CHECK(found.find("meeting.placeholder") != std::string::npos);
  }
}

TEST_CASE("days that cannot be are named", "[meeting]") {
  auto meeting = sample::cell_meeting();
  meeting.notice_on = meeting.date + std::chrono::months(1);
  meeting.tasks[0].deadline = meeting.date - std::chrono::months(1);
  CHECK(sample::found(meeting) == " meeting.after-meeting\n meeting.deadline-before");
}

TEST_CASE("one person or one household twice in the list is named", "[meeting]") {
  auto meeting = sample::cell_meeting();
  auto twin = meeting.attendance.people.front();
  meeting.attendance.people.push_back(twin);
  meeting.attendance.totals = {};
  CHECK(sample::found(meeting).find("NAME meeting.twin-name") != std::string::npos);
  auto village = sample::village_meeting();
  village.attendance.households = {{"12", "Nguyễn Văn Mẫu", "", {}, ""},
                                   {"12", "Trần Thị Ví Dụ", "", {}, ""}};
  CHECK(sample::checked(village).find("hộ số 12 («Nguyễn Văn Mẫu») có hai lần trong danh sách; mỗi "
                                      "hộ một phiếu [meeting.twin-household]") !=
        std::string::npos);
}

TEST_CASE("a decision without a vote is refused where a vote did not pass", "[meeting]") {
  auto meeting = sample::cell_meeting();
  meeting.decisions.push_back({"Giải thể đội bóng.", ""});
  CHECK(sample::found(meeting) == "");
  meeting.votes[0].passed = false;
  meeting.votes[0].count = {3, 11, 0, 0, {}, {}, 0};
  CHECK(sample::found(meeting).find("meeting.unvoted-decision") != std::string::npos);
}

TEST_CASE("a vote that cannot be counted never passes", "[meeting]") {
  const auto verdict = [](const Meeting& meeting) {
    return check_meeting(meeting, sample::rules(), false).verdicts.front();
  };
  auto meeting = sample::cell_meeting();
  CHECK(verdict(meeting).passes);
  meeting.votes[0].count.probationary = 1;
  CHECK_FALSE(verdict(meeting).passes);
  CHECK_FALSE(verdict(meeting).is_countable);
  meeting.votes[0].count.probationary = 0;
  meeting.votes[0].count.yes = 20;
  CHECK_FALSE(verdict(meeting).passes);
}

TEST_CASE("somebody who speaks and is not in the whole list is named", "[meeting]") {
  auto meeting = sample::cell_meeting();
  meeting.agenda[0].presented_by = "Ngô Hoàn Toàn Khác";
  CHECK(sample::found(meeting) == "NAME meeting.unknown-name");
}

TEST_CASE("a village head who is secretary too may convene, a deputy may not", "[meeting]") {
  auto meeting = sample::village_meeting();
  for (const auto* post :
       {"Bí thư kiêm trưởng thôn", "Bí thư chi bộ – Trưởng thôn", "Trưởng xóm"}) {
    meeting.chair.post = post;
    CHECK(sample::found(meeting) == "");
  }
  meeting.chair.post = "Phó trưởng thôn";
  CHECK(sample::found(meeting) == "M10 meeting.convener");
}

TEST_CASE("a probationary member's vote is refused", "[meeting]") {
  auto meeting = sample::cell_meeting();
  meeting.votes[0].count.yes = 15;
  meeting.votes[0].count.probationary = 1;
  CHECK(sample::checked(meeting) ==
        "a.json › trường votes › mục 1 › trường count\n"
        "lỗi: 1 phiếu là của đảng viên dự bị; phải là 0 [meeting.probationary-vote]\n"
        "  → V8, MIN-04: theo Điều lệ Đảng, Điều 3: đảng viên dự bị không có quyền biểu quyết (cần "
        "đối chiếu với văn bản gốc)\n"
        "  → bỏ các phiếu này và kiểm lại, hoặc biểu quyết lại");
}

TEST_CASE("more votes than present, more ballots than issued, sums that differ", "[meeting]") {
  auto meeting = sample::cell_meeting();
  meeting.votes[0].count.yes = 15;
  auto& ballots = meeting.votes[1].count;
  ballots.issued = 15;
  ballots.collected = 16;
  CHECK(sample::found(meeting) ==
        "MIN-01 meeting.more-votes\n"
        "MIN-01 meeting.ballots-issued\n"
        "MIN-01 meeting.ballots-collected\n"
        "MIN-01 meeting.ballots-sum");
}

TEST_CASE("a chair who is not in the list is offered the nearest name", "[meeting]") {
  auto meeting = sample::cell_meeting();
  meeting.chair.name = "Nguyễn Văn Mâu";
  CHECK(sample::checked(meeting) ==
        "a.json › trường chair\n"
        "lỗi: «Nguyễn Văn Mâu» không có trong danh sách điểm danh [meeting.not-listed]\n"
        "  → có phải «Nguyễn Văn Mẫu»?\n"
        "  → MIN-03: theo chủ trì và thư ký là hai người khác nhau và đều dự họp\n"
        "  → sửa tên, hoặc ghi người đó vào danh sách điểm danh");
}

TEST_CASE("chair and minute-taker are two people and both are there", "[meeting]") {
  auto meeting = sample::cell_meeting();
  meeting.minute_taker = meeting.chair;
  CHECK(sample::found(meeting) == "MIN-03 meeting.same-person");
  meeting.minute_taker.name = "Cao Thị Ghi";
  CHECK(sample::found(meeting) == "MIN-03 meeting.not-present");
  meeting.minute_taker.name.clear();
  CHECK(sample::found(meeting) == "MIN-03 meeting.missing");
}

TEST_CASE("a meeting that ends before it starts is refused", "[meeting]") {
  auto meeting = sample::cell_meeting();
  meeting.end = TimeOfDay(19 * 60);
  CHECK(sample::checked(meeting) ==
        "a.json › trường end\n"
        "lỗi: kết thúc lúc 19:00, không sau giờ bắt đầu 19:30 [meeting.end-before-start]\n"
        "  → MIN-02: theo giờ ghi trong biên bản\n"
        "  → sửa giờ bắt đầu (start) hoặc giờ kết thúc (end)");
}

TEST_CASE("ninety minutes are enough, of a combined meeting a hundred and twenty", "[meeting]") {
  auto meeting = sample::cell_meeting();
  meeting.end = *meeting.start + std::chrono::minutes(90);
  CHECK(sample::found(meeting) == "");
  meeting.end = *meeting.start + std::chrono::minutes(89);
  CHECK(sample::found(meeting) == "MIN-02 meeting.short");
  meeting.combined_with_thematic = true;
  meeting.end = *meeting.start + std::chrono::minutes(119);
  CHECK(sample::found(meeting) == "MIN-02 meeting.short");
  meeting.end = *meeting.start + std::chrono::minutes(120);
  CHECK(sample::found(meeting) == "");
}

TEST_CASE("guidance on the length of meetings has its days", "[meeting]") {
  auto meeting = sample::cell_meeting();
  meeting.end = *meeting.start + std::chrono::minutes(60);
  meeting.date = day("2018-07-05");
  CHECK(sample::found(meeting).find("meeting.short") == std::string::npos);
  meeting.date = day("2018-07-06");
  CHECK(sample::checked(meeting).find("12-HD/BTCTW") != std::string::npos);
  meeting.date = day("2025-10-27");
  CHECK(sample::checked(meeting).find("12-HD/BTCTW") != std::string::npos);
  meeting.date = day("2025-10-28");
  CHECK(sample::checked(meeting).find("42-HD/BTCTW") != std::string::npos);
}

TEST_CASE("more than nine tenths of the members is what cells strive for", "[meeting]") {
  auto meeting = sample::cell_meeting();
  meeting.agenda.clear();
  meeting.attendance.totals = {};
  auto& people = meeting.attendance.people;
  people.erase(people.begin() + 4, people.begin() + 10);  // 10 members, 9 of them present
  meeting.votes.clear();
  meeting.decisions.clear();
  CHECK(sample::found(meeting) == "MIN-02 meeting.low-attendance");
  people[8].standing = Standing::exempt;  // and away: does not count
  REQUIRE(people[8].presence == Presence::excused);
  CHECK(sample::found(meeting) == "");
}

TEST_CASE("notice, posted draft and papers have their days", "[meeting]") {
  auto meeting = sample::village_meeting();
  meeting.notice_on = day("2026-09-15");
  CHECK(sample::found(meeting) == "");
  meeting.notice_on = day("2026-09-16");
  CHECK(sample::checked(meeting) ==
        "b.json › trường notice_on\n"
        "cảnh báo: notice_on là 16/9/2026, trước ngày họp 4 ngày; cần ít nhất 5 ngày "
        "[meeting.short-lead]\n"
        "  → M9: theo Nghị định 59/2023/NĐ-CP, Điều 11: thông báo trước ít nhất 5 ngày\n"
        "  → ghi ngày thông báo vào notice_on; chưa đủ ngày thì lùi ngày họp");
  meeting.notice_on = day("2026-09-15");
  meeting.votes[1].matter = "village_convention";
  meeting.signatories = {{"A", "Trưởng thôn"},
                         {"B", "Trưởng ban công tác Mặt trận"},
                         {"C", "Đại diện hộ"},
                         {"D", "Đại diện hộ"}};
  CHECK(sample::found(meeting) == "M4 meeting.no-lead-day");
  meeting.draft_posted_on = day("2026-08-22");
  CHECK(sample::found(meeting) == "M4 meeting.short-lead");
  meeting.draft_posted_on = day("2026-08-21");
  CHECK(sample::found(meeting) == "");
  auto cell = sample::cell_meeting();
  cell.agenda[0].papers[0].sent_on = day("2026-09-04");
  CHECK(sample::found(cell) == "");
  cell.agenda[0].papers[0].sent_on = day("2026-09-05");
  CHECK(sample::found(cell) == "MIN-02 meeting.late-paper");
}

TEST_CASE("a cell's size asks for a committee; a committee has its limit", "[meeting]") {
  auto meeting = sample::cell_meeting();
  for (auto& attendee : meeting.attendance.people) attendee.post.clear();
  CHECK(sample::found(meeting) == "V9 meeting.no-committee");
  meeting.kind = Kind::cell_committee;
  meeting.votes.clear();
  meeting.decisions.clear();
  CHECK(sample::found(meeting) == "V9 meeting.large-committee");
  meeting = sample::cell_meeting();
  meeting.attendance.totals = {};
  meeting.attendance.people.resize(2);
  meeting.votes.clear();
  meeting.decisions.clear();
  CHECK(sample::found(meeting).find("V9 meeting.small-cell") != std::string::npos);
}

TEST_CASE("a congress comes thirty months after the last, six more or less", "[meeting]") {
  auto meeting = sample::cell_meeting();
  meeting.kind = Kind::congress;
  meeting.votes.clear();
  meeting.decisions.clear();
  for (const char* last : {"2023-09-05", "2024-09-05"}) {
    meeting.last_congress = day(last);
    CHECK(sample::found(meeting) == "");
  }
  for (const char* last : {"2023-09-04", "2024-09-06"}) {
    meeting.last_congress = day(last);
    CHECK(sample::found(meeting) == "V10 meeting.congress-gap");
  }
}

TEST_CASE("clusters need two hundred households, before 01/7/2023 more than that", "[meeting]") {
  auto meeting = sample::village_meeting();
  meeting.kind = Kind::cluster;
  meeting.votes.clear();
  meeting.decisions.clear();
  meeting.attendance.totals = {200, {}, {}, {}, {}, 150, {}, {}, 50, 0};
  CHECK(sample::found(meeting) == "");
  meeting.attendance.totals = {199, {}, {}, {}, {}, 150, {}, {}, 49, 0};
  CHECK(sample::found(meeting) == "M8 meeting.small-village");
  meeting.date = day("2023-06-30");
  meeting.notice_on = day("2023-06-20");
  meeting.attendance.totals = {200, {}, {}, {}, {}, 150, {}, {}, 50, 0};
  CHECK(sample::found(meeting) == "M8 meeting.small-village");
  meeting.attendance.totals = {201, {}, {}, {}, {}, 150, {}, {}, 51, 0};
  CHECK(sample::found(meeting) == "");
}

TEST_CASE("a meeting outside the life of its cell is refused", "[meeting]") {
  auto meeting = sample::cell_meeting();
  meeting.unit.founded = day("2026-09-06");
  CHECK(sample::checked(meeting) ==
        "a.json › trường date\n"
        "lỗi: họp ngày 05/9/2026, nhưng đơn vị được lập ngày 06/9/2026 [meeting.before-unit]\n"
        "  → UNIT-01: theo ngày lập và ngày kết thúc ghi trong hồ sơ\n"
        "  → sửa ngày họp, hoặc ghi chi bộ, thôn của ngày ấy");
  meeting.unit.founded = day("2026-09-05");
  meeting.unit.ended = day("2026-09-04");
  CHECK(sample::found(meeting) == "UNIT-01 meeting.after-unit");
}

TEST_CASE("names that nearly are those of the list are offered them", "[meeting]") {
  auto meeting = sample::cell_meeting();
  meeting.tasks[0].assignee = "Lê Văn Ví Du";
  meeting.agenda[0].discussion[0].speaker = "Cao Thị Ghi";
  CHECK(sample::checked(meeting) ==
        "a.json › trường agenda › mục 1 › trường discussion\n"
        "cảnh báo: «Cao Thị Ghi» phát biểu nhưng được ghi là vắng mặt [meeting.absent-speaker]\n"
        "  → NAME: theo danh sách điểm danh\n"
        "  → ghi tên đúng như trong danh sách\n"
        "a.json › trường tasks › mục 1 › trường assignee\n"
        "cảnh báo: «Lê Văn Ví Du» không có trong danh sách [meeting.unknown-name]\n"
        "  → có phải «Lê Văn Ví Dụ»?\n"
        "  → NAME: theo danh sách điểm danh\n"
        "  → ghi tên đúng như trong danh sách");
}

TEST_CASE("two thousand households are counted from their list", "[meeting]") {
  auto meeting = sample::village_meeting();
  meeting.attendance = {};
  for (int number = 1; number <= 2000; ++number) {
    Household household;
    household.number = std::to_string(number);
    household.head = "Hộ mẫu " + household.number;
    household.presence = number <= 1400 ? Presence::present : Presence::absent;
    meeting.attendance.households.push_back(household);
  }
  meeting.attendance.households[0].head = meeting.chair.name;
  meeting.attendance.households[1].representative = meeting.minute_taker.name;
  meeting.votes[0].count = {1400, 0, 0, 0, {}, {}, 0};
  meeting.votes[1].count = {1333, 67, 0, 0, {}, {}, 0};
  CHECK(sample::found(meeting) == "M2 meeting.vote-below");
  meeting.votes[1].count = {1334, 66, 0, 0, {}, {}, 0};
  CHECK(sample::found(meeting) == "");
}

TEST_CASE("a quarter without a thematic meeting and a month without a regular one are named",
          "[meeting]") {
  std::vector<Meeting> year;
  for (unsigned month = 1; month <= 12; ++month) {
    if (month == 5) continue;
    auto meeting = sample::cell_meeting();
    meeting.date = Date(std::chrono::year(2026) / std::chrono::month(month) / 5);
    year.push_back(meeting);
    if (month != 2 && month != 8 && month != 11) continue;
    meeting.kind = Kind::cell_thematic;
    year.push_back(meeting);
  }
  std::vector<Diagnostic> findings;
  for (const auto& finding : check_calendar(year, sample::rules(), false).findings) {
    findings.push_back(finding.diagnostic);
  }
  CHECK(shown(findings) ==
        "cảnh báo: Chi bộ thôn Mẫu Thượng: không có sinh hoạt chuyên đề nào trong quý 2 năm 2026 "
        "[meeting.none-in-quarter]\n"
        "  → MIN-05: theo Hướng dẫn 42-HD/BTCTW ngày 28/10/2025: sinh hoạt chuyên đề mỗi quý ít "
        "nhất một lần\n"
        "  → tổ chức sinh hoạt chuyên đề còn thiếu, hoặc thêm hồ sơ của buổi ấy\n"
        "cảnh báo: Chi bộ thôn Mẫu Thượng: không có cuộc họp thường kỳ nào trong tháng 5 năm 2026 "
        "[meeting.none-in-month]\n"
        "  → MIN-05: theo Điều lệ Đảng, Điều 24 khoản 2: chi bộ họp thường kỳ mỗi tháng một lần\n"
        "  → thêm hồ sơ của tháng ấy, hoặc ghi lý do không họp");
}
