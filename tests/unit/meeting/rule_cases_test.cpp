#include <algorithm>
#include <array>
#include <sstream>

#include "base/date.hpp"
#include "meeting/meeting_file.hpp"
#include "support/catch.hpp"
#include "support/caught.hpp"
#include "support/sample_meeting.hpp"

using namespace quyche;
using namespace quyche::meeting;

namespace {

struct Case {
  std::string date;
  std::string base;
  std::string change;  ///< of the sample's JSON, as a merge patch
  std::string rule;
  std::string verdict;  ///< "keeps", or the finding's code
  std::string source;
};

std::vector<Case> cases() {
  std::istringstream table(sample::tree_file("tests/unit/meeting/rule_cases.tsv"));
  std::vector<Case> out;
  std::string line;
  std::getline(table, line);
  while (std::getline(table, line)) {
    std::istringstream cells(line);
    auto& made = out.emplace_back();
    for (auto* column :
         {&made.date, &made.base, &made.change, &made.rule, &made.verdict, &made.source}) {
      std::getline(cells, *column, '\t');
    }
  }
  return out;
}

Meeting meeting_of_case(const Case& one) {
  auto tree = tree_of(one.base == "cell" ? sample::cell_meeting() : sample::village_meeting());
  tree["date"] = one.date;
  tree.merge_patch(JsonTree::parse(one.change));
  Diagnostics found;
  auto meeting = meeting_of(tree, "a.json", found);
  REQUIRE(found.findings().empty());
  return meeting;
}

Meeting held(Kind kind, const char* date) {
  auto meeting = is_party(kind) ? sample::cell_meeting() : sample::village_meeting();
  meeting.kind = kind;
  meeting.date = date_from_iso(date).value();
  return meeting;
}

/// "M13 meeting.none-in-year 2024" of what several meetings show together.
std::string together(const std::vector<Meeting>& meetings) {
  std::string out;
  for (const auto& finding : check_calendar(meetings, sample::rules(), false).findings) {
    const auto& message = finding.diagnostic.message;
    out += finding.rule + " " + message.code + " " + message.arguments[1] + "/" +
           message.arguments[2] + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("every rule keeps its threshold and its days: hand-computed cases on both sides",
          "[meeting]") {
  const auto all = cases();
  REQUIRE(all.size() >= 60);
  for (const auto& one : all) {
    INFO(one.date << " " << one.rule << " " << one.change);
    const auto report = check_meeting(meeting_of_case(one), sample::rules(), false);
    const auto found =
        std::find_if(report.findings.begin(), report.findings.end(), [&](const auto& finding) {
          return finding.rule == one.rule && finding.diagnostic.severity != Severity::note;
        });
    const bool is_kept = found == report.findings.end();
    CHECK((is_kept ? "keeps" : found->diagnostic.message.code) == one.verdict);
    if (is_kept) continue;
    CHECK(found->source == one.source);
    CHECK_FALSE(found->cure.empty());
  }
}

TEST_CASE("a committee is asked of nine full members, not of eight", "[meeting]") {
  auto meeting = sample::cell_meeting();
  meeting.attendance.totals = {};
  meeting.votes.clear();
  meeting.decisions.clear();
  meeting.agenda.clear();
  meeting.tasks.clear();
  meeting.carried_tasks.clear();
  auto& people = meeting.attendance.people;
  std::erase_if(people, [](const auto& one) { return one.membership != Membership::full; });
  for (auto& one : people) one.post.clear();
  for (auto& one : people) one.presence = Presence::present;
  people.resize(9);
  CHECK(sample::found(meeting) == "V9 meeting.no-committee");
  people.resize(8);
  CHECK(sample::found(meeting) == "");
}

TEST_CASE("a village meets every half-year before 01/7/2023, later at least once a year",
          "[meeting]") {
  CHECK(together({held(Kind::village, "2022-03-10"), held(Kind::village, "2023-06-10")}) ==
        "M13 meeting.none-in-half-year 2/2022\n");
  CHECK(together({held(Kind::village, "2022-03-10"), held(Kind::village, "2022-12-10")}) == "");
  CHECK(together({held(Kind::village, "2024-03-10"), held(Kind::village, "2024-12-10")}) == "");
  CHECK(together({held(Kind::village, "2023-12-10"), held(Kind::village, "2025-12-10")}) ==
        "M13 meeting.none-in-year 1/2024\n");
}

TEST_CASE("thematic meetings are asked for from the guidance of 2018 on", "[meeting]") {
  std::vector<Meeting> year;
  for (const char* day :
       {"2018-04-05", "2018-05-05", "2018-06-05", "2018-07-05", "2018-08-05", "2018-09-05"}) {
    year.push_back(held(Kind::cell_regular, day));
  }
  CHECK(together(year) == "MIN-05 meeting.none-in-quarter 3/2018\n");
}

TEST_CASE("a slip in the file of rules is a rule that is not kept, so each is named", "[meeting]") {
  const auto refused = [](const std::string& rule) {
    return caught([&] {
      (void)Rules(
          "<meeting-rules><base id=\"members\" vi=\"a\" en=\"a\"/>" + rule + "</meeting-rules>",
          "rules.xml");
    });
  };
  const std::string whole = R"(<rule id="V1" test="vote" of="members" at-least="1/2"/>)";
  CHECK(
      Rules("<meeting-rules><base id=\"members\" vi=\"a\" en=\"a\"/>" + whole + "</meeting-rules>",
            "rules.xml")
          .all()
          .size() == 1);
  const auto has = [&](const std::string& rule, const char* text) {
    const auto message = refused(rule);
    CAPTURE(message);
    CHECK(message.find(text) != std::string::npos);
  };
  has(R"(<rule id="V1" test="vote" of="members" at-least="1/2" frm="2020-01-01"/>)",
      "ở đây không có thuộc tính «frm»");
  has(R"(<rule id="V1" test="vote" of="members" at-least="1/2" frm="2020-01-01"/>)", "«from»?");
  has("<rul/>", "ở đây không có phần tử «rul»");
  has(R"(<rule id="V1" test="vote" of="members" at-least="1/2"><sourse/></rule>)",
      "ở đây không có phần tử «sourse»");
  has(R"(<rule test="vote" of="members" at-least="1/2"/>)", "id là «»");
  has(R"(<rule id="V1" test="vote" of="members" at-least="1/2" more-than="1/2"/>)",
      "at-least là «1/2»; cần: more-than | at-least");
  has(R"(<rule id="M9" test="notice"/>)", "least là «»");
  has(R"(<rule id="V1" test="vote" of="members" at-least="1/2" from="2020-02-01" to="2020-01-01"/>)",
      "to là «2020-01-01»; cần: >= 2020-02-01");
}
