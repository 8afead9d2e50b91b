#include <array>
#include <sstream>

#include "base/date.hpp"
#include "meeting/headcount.hpp"
#include "meeting/meeting_names.hpp"
#include "support/catch.hpp"
#include "support/sample_meeting.hpp"

using namespace quyche;
using namespace quyche::meeting;

namespace {

struct Case {
  std::array<std::string, 10> columns;
  [[nodiscard]] const std::string& text(std::size_t column) const { return columns[column]; }
  [[nodiscard]] int number(std::size_t column) const { return std::stoi(columns[column]); }
};

std::vector<Case> cases() {
  std::istringstream table(sample::tree_file("tests/unit/meeting/vote_cases.tsv"));
  std::vector<Case> out;
  std::string line;
  std::getline(table, line);
  while (std::getline(table, line)) {
    std::istringstream cells(line);
    auto& made = out.emplace_back();
    for (auto& column : made.columns) std::getline(cells, column, '\t');
  }
  return out;
}

Meeting meeting_of(const Case& one) {
  Meeting meeting;
  meeting.kind = value_of(k_kind_names, one.text(1)).value();
  meeting.date = date_from_iso(one.text(0)).value();
  auto& totals = meeting.attendance.totals;
  totals.convened = one.number(3);
  totals.present = one.number(4);
  totals.excused = one.number(3) - one.number(4);
  Vote vote;
  vote.id = "a";
  vote.matter = one.text(2);
  vote.subject = "A";
  vote.form = VoteForm::secret_ballot;
  vote.count.yes = one.number(5);
  vote.count.no = one.number(4) - one.number(5);
  vote.passed = true;
  meeting.votes.push_back(vote);
  return meeting;
}

Meeting with_vote(Meeting meeting, int yes, int no, const std::string& matter) {
  meeting.votes.resize(1);
  meeting.decisions.clear();
  auto& vote = meeting.votes.front();
  vote = Vote{};
  vote.id = "a";
  vote.matter = matter;
  vote.subject = "A";
  vote.form = VoteForm::secret_ballot;
  vote.count.yes = yes;
  vote.count.no = no;
  vote.passed = true;
  return meeting;
}

}  // namespace

TEST_CASE("every vote of the hand-computed table gets its verdict, number and source",
          "[meeting]") {
  const auto all = cases();
  REQUIRE(all.size() >= 60);
  for (const auto& one : all) {
    INFO(one.text(0) << " " << one.text(1) << " " << one.text(2) << " " << one.text(5) << "/"
                     << one.text(3));
    const auto report = check_meeting(meeting_of(one), sample::rules(), false);
    REQUIRE(report.verdicts.size() == 1);
    const auto& verdict = report.verdicts.front();
    CHECK(verdict.rule == one.text(8));
    CHECK(verdict.needed == one.number(7));
    CHECK((verdict.passes ? "passes" : "fails") == one.text(6));
    const auto refusal = std::find_if(
        report.findings.begin(), report.findings.end(), [](const MeetingFinding& finding) {
          return finding.diagnostic.message.code == "meeting.vote-below";
        });
    REQUIRE((refusal == report.findings.end()) == verdict.passes);
    if (verdict.passes) continue;
    CHECK(refusal->diagnostic.severity == Severity::error);
    CHECK(refusal->rule == one.text(8));
    CHECK(refusal->source == one.text(9));
    CHECK(refusal->diagnostic.message.arguments.back() == one.text(7));
  }
}

TEST_CASE("the source of a vote that passes is that of the meeting's day", "[meeting]") {
  for (const auto& one : cases()) {
    const auto meeting = meeting_of(one);
    bool is_found = false;
    for (const auto* rule : sample::rules().of(Test::vote, meeting.kind, meeting.date)) {
      if (!rule->is_about(one.text(2))) continue;
      CHECK(rule->source(meeting.date, false) == one.text(9));
      is_found = true;
    }
    CHECK(is_found);
  }
}

TEST_CASE("a decision recorded as passed below its threshold is refused with the number needed",
          "[meeting]") {
  auto meeting = sample::cell_meeting();
  auto& vote = meeting.votes[1];
  vote.count.yes = 9;
  vote.count.no = 4;
  CHECK(sample::checked(meeting) ==
        "a.json › trường votes › mục 2\n"
        "lỗi: «Đề nghị kết nạp quần chúng Tạ Thị Gương vào Đảng»: ghi là thông qua, nhưng chỉ có 9 "
        "tán thành trên 15 đảng viên chính thức được tính; cần ít nhất 10 [meeting.vote-below]\n"
        "  → V2: theo Điều lệ Đảng, Điều 4 khoản 3\n"
        "  → không gửi đề nghị lên cấp trên; tiếp tục bồi dưỡng và xem xét lại ở kỳ sau");
  CHECK(sample::checked(meeting, Language::english) ==
        "a.json › field votes › entry 2\n"
        "error: \"Đề nghị kết nạp quần chúng Tạ Thị Gương vào Đảng\": recorded as passed, but only "
        "9 in favour of 15 full members who count; at least 10 are needed [meeting.vote-below]\n"
        "  → V2: by Party Statutes, Article 4 clause 3\n"
        "  → send no proposal up; go on preparing the person and consider again at a later "
        "meeting");
}

TEST_CASE("a vote recorded as failed that reached its number is refused too", "[meeting]") {
  auto meeting = sample::cell_meeting();
  meeting.votes[0].passed = false;
  CHECK(sample::found(meeting) == "V1 meeting.vote-above");
}

TEST_CASE("a decision on a vote without a result is refused when the votes are too few",
          "[meeting]") {
  auto meeting = sample::cell_meeting();
  meeting.votes[0].passed.reset();
  meeting.votes[0].count = {7, 7, 0, 0, {}, {}, 0};
  CHECK(sample::found(meeting) == "V1 meeting.decision-below");
}

TEST_CASE(
    "members elsewhere, suspended or exempt and away do not count; who is exempt and there "
    "does",
    "[meeting]") {
  auto meeting = sample::cell_meeting();
  auto& people = meeting.attendance.people;
  meeting.attendance.totals = {};
  people[13].standing = Standing::elsewhere;
  people[13].presence = Presence::excused;
  people[12].standing = Standing::suspended;
  people[12].presence = Presence::excused;
  people[14].standing = Standing::exempt;  // excused
  people[11].standing = Standing::exempt;  // present
  const auto heads = count_heads(meeting);
  CHECK(heads.full == 15);
  CHECK(heads.excluded == 3);
  CHECK(heads.counted == 12);
  CHECK(heads.voters == 12);
}

TEST_CASE("ballots collected house to house add to the same total", "[meeting]") {
  auto meeting = sample::village_meeting();
  auto& vote = meeting.votes[1];
  vote.count.yes = 190;
  vote.count.no = 30;
  vote.count.abstain = 6;
  Count outside;
  outside.yes = 17;
  outside.no = 3;
  outside.issued = 86;
  outside.collected = 20;
  vote.house_to_house = outside;
  CHECK(sample::found(meeting) == "M2 meeting.vote-below");
  vote.house_to_house->yes = 18;
  vote.house_to_house->no = 2;
  CHECK(sample::found(meeting) == "");
  vote.house_to_house->yes = 90;
  vote.house_to_house->collected = 92;
  CHECK(sample::found(meeting) ==
        "MIN-01 meeting.more-households\nMIN-01 meeting.ballots-collected");
}

TEST_CASE(
    "a matter of another kind of meeting, a misspelt one and one before all rules are told "
    "apart",
    "[meeting]") {
  auto meeting = with_vote(sample::cell_meeting(), 14, 0, "village_convention");
  CHECK(sample::checked(meeting) ==
        "a.json › trường votes › mục 1 › trường matter\n"
        "lỗi: «hương ước, quy ước» không thuộc thẩm quyền của loại cuộc họp này "
        "[meeting.wrong-kind]");
  meeting = with_vote(sample::cell_meeting(), 14, 0, "admision");
  CHECK(sample::checked(meeting).find("có phải «admission»?") != std::string::npos);
  meeting = with_vote(sample::village_meeting(), 300, 0, "self_management");
  meeting.date = date_from_iso("2007-06-30").value();
  meeting.notice_on.reset();
  meeting.attendance.totals = {312, {}, {}, {}, {}, 300, {}, {}, 12, 0};
  CHECK(sample::found(meeting) == " meeting.no-rule");
}

TEST_CASE("discipline by a show of hands is refused", "[meeting]") {
  auto meeting = with_vote(sample::cell_meeting(), 14, 0, "expulsion");
  meeting.votes[0].form = VoteForm::show_of_hands;
  CHECK(sample::found(meeting) == "V7 meeting.vote-form");
}

TEST_CASE("a candidate below half of those summoned is not elected, nor a probationary member",
          "[meeting]") {
  auto meeting = with_vote(sample::cell_meeting(), 0, 0, "election");
  meeting.kind = Kind::congress;
  meeting.votes[0].passed.reset();
  meeting.votes[0].candidates = {{"Lê Văn Ví Dụ", 8, true}, {"Trần Thị Minh Họa", 7, true}};
  CHECK(sample::found(meeting) == "V4 meeting.vote-below");
  meeting.votes[0].candidates[1] = {"Phan Văn Mới", 8, true};
  CHECK(sample::found(meeting) == "V8 meeting.probationary-candidate");
}

TEST_CASE("a congress is valid from two thirds of those summoned", "[meeting]") {
  auto meeting = sample::cell_meeting();
  meeting.kind = Kind::congress;
  meeting.votes.clear();
  meeting.decisions.clear();
  meeting.attendance.totals = {};
  auto& people = meeting.attendance.people;
  for (std::size_t at = 10; at < 14; ++at) people[at].presence = Presence::absent;
  CHECK(sample::found(meeting) == "");  // 10 of 15
  people[9].presence = Presence::absent;
  CHECK(sample::found(meeting) == "V5 meeting.quorum");
}

TEST_CASE(
    "a village meeting needs half of the households before 01/7/2023, later enough for the "
    "matter",
    "[meeting]") {
  auto meeting = with_vote(sample::village_meeting(), 0, 0, "self_management");
  meeting.votes[0].passed = false;
  meeting.date = date_from_iso("2023-06-30").value();
  meeting.notice_on.reset();
  meeting.attendance.totals = {312, {}, {}, {}, {}, 156, {}, {}, 156, 0};
  CHECK(sample::found(meeting) == "M1 meeting.quorum");
  meeting.attendance.totals = {312, {}, {}, {}, {}, 157, {}, {}, 155, 0};
  CHECK(sample::found(meeting) == "");
  meeting.attendance.totals = {312, {}, {}, {}, {}, 150, {}, {}, 162, 0};
  meeting.votes[0].count = {140, 10, 0, 0, {}, {}, 0};
  meeting.votes[0].house_to_house = Count{20, 0, 0, 0, {}, {}, 0};
  meeting.votes[0].passed = true;
  CHECK(sample::found(meeting) == "M12 meeting.no-decision");  // 160 of 312, some house to house
  meeting.votes[0].house_to_house.reset();
  meeting.votes[0].count = {0, 0, 0, 0, {}, {}, 0};
  meeting.votes[0].passed = false;
  meeting.attendance.totals = {312, {}, {}, {}, {}, 157, {}, {}, 155, 0};
  meeting.date = date_from_iso("2023-07-01").value();
  meeting.notice_on = date_from_iso("2023-06-26");
  CHECK(sample::found(meeting) == "M11 meeting.vote-missing");
  meeting.attendance.totals = {312, {}, {}, {}, {}, 156, {}, {}, 156, 0};
  CHECK(sample::found(meeting) == "M11 meeting.vote-missing\nM1 meeting.too-few-for");
}
