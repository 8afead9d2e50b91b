#include "compare/comparison.hpp"

#include "model/numbering.hpp"
#include "support/catch.hpp"
#include "support/provisions.hpp"

using namespace quyche;
using namespace quyche::sample;

namespace {

using Lines = std::vector<std::string>;

Regulation regulation(std::vector<Provision> body) {
  Regulation result;
  result.body = std::move(body);
  Diagnostics found;
  number_provisions(result, found);
  return result;
}

Provision headed(const std::string& id, const std::string& heading, std::vector<Provision> below) {
  auto result = article(id, std::move(below));
  result.heading = {words(heading)};
  return result;
}

Provision says(const std::string& id, const std::string& text) {
  return saying(clause(id), {words(text)});
}

Lines lines_of(const std::vector<ProvisionChange>& changes) {
  Lines lines;
  for (const auto& change : changes) {
    std::string line = change.id + ": " + change.before + " > " + change.after;
    if (change.kept()) line += " kept";
    if (change.added) line += " added";
    if (change.removed) line += " removed";
    if (change.reworded) line += " reworded";
    if (change.moved) line += " moved";
    if (change.renumbered) line += " renumbered";
    lines.push_back(std::move(line));
  }
  return lines;
}

Lines compared(const Regulation& before, const Regulation& after, bool trust_ids) {
  const auto old_list = list_provisions(before, {});
  const auto new_list = list_provisions(after, {});
  return lines_of(
      compare_provisions(old_list, new_list, match_provisions(old_list, new_list, trust_ids)));
}

const auto k_before =
    regulation({headed("scope", "Phạm vi điều chỉnh",
                       {says("scope.1", "Quy chế này quy định việc phối hợp công tác trong thôn."),
                        says("scope.2", "Quy chế áp dụng cho đảng viên và nhân dân.")}),
                headed("meeting", "Chế độ họp",
                       {says("meeting.1", "Chi bộ họp định kỳ mỗi tháng một lần."),
                        says("meeting.2", "Trưởng thôn mời đại diện các đoàn thể cùng dự."),
                        says("meeting.3", "Biên bản được lưu tại nhà văn hóa của thôn.")})});

}  // namespace

TEST_CASE("provisions are followed by their ids through every change", "[compare]") {
  const auto after = regulation(
      {headed("scope", "Phạm vi điều chỉnh",
              {says("scope.new", "Thêm một khoản mới."),
               says("scope.1", "Quy chế này quy định việc phối hợp công tác trong thôn.")}),
       headed("meeting", "Chế độ họp",
              {says("meeting.3", "Biên bản được lưu tại nhà văn hóa của thôn."),
               says("meeting.1", "Chi bộ họp định kỳ mỗi quý một lần."),
               says("meeting.2", "Trưởng thôn mời đại diện các đoàn thể cùng dự.")})});
  const Lines expected{"scope: Điều 1 > Điều 1 kept",
                       "scope.new:  > khoản 1 Điều 1 added",
                       "scope.1: khoản 1 Điều 1 > khoản 2 Điều 1 renumbered",
                       "scope.2: khoản 2 Điều 1 >  removed",
                       "meeting: Điều 2 > Điều 2 kept",
                       "meeting.3: khoản 3 Điều 2 > khoản 1 Điều 2 moved renumbered",
                       "meeting.1: khoản 1 Điều 2 > khoản 2 Điều 2 reworded renumbered",
                       "meeting.2: khoản 2 Điều 2 > khoản 3 Điều 2 renumbered"};
  CHECK(compared(k_before, after, true) == expected);
}

TEST_CASE("where ids say nothing, words, headings and likeness find the same", "[compare]") {
  const auto after =
      regulation({headed("a1", "Phạm vi điều chỉnh",
                         {says("a2", "Quy chế này quy định việc phối hợp công tác trong khu phố."),
                          says("a3", "Biên bản được lưu tại nhà văn hóa của thôn."),
                          says("a4", "Quy chế áp dụng cho đảng viên và nhân dân.")}),
                  headed("a5", "Chế độ họp",
                         {says("a6", "Chi bộ họp định kỳ mỗi tháng một lần."),
                          says("a7", "Trưởng thôn mời đại diện các đoàn thể cùng dự.")})});
  const Lines expected{"scope: Điều 1 > Điều 1 kept",
                       "scope.1: khoản 1 Điều 1 > khoản 1 Điều 1 reworded",
                       "meeting.3: khoản 3 Điều 2 > khoản 2 Điều 1 moved renumbered",
                       "scope.2: khoản 2 Điều 1 > khoản 3 Điều 1 renumbered",
                       "meeting: Điều 2 > Điều 2 kept",
                       "meeting.1: khoản 1 Điều 2 > khoản 1 Điều 2 kept",
                       "meeting.2: khoản 2 Điều 2 > khoản 2 Điều 2 kept"};
  CHECK(compared(k_before, after, false) == expected);
}

TEST_CASE("a text against itself is kept whole", "[compare]") {
  const auto lines = compared(k_before, k_before, false);
  REQUIRE(lines.size() == 7);
  for (const auto& line : lines) CHECK(line.ends_with(" kept"));
}
