#include "compare/line_merge.hpp"

#include "support/catch.hpp"
#include "support/provisions.hpp"

using namespace quyche;
using namespace quyche::sample;

namespace {

MergedLine merged(const std::string& base, const std::string& above, const std::string& local) {
  return merge_lines({words(base)}, {words(above)}, {words(local)});
}

}  // namespace

TEST_CASE("changes of different words of a sentence are put together", "[compare]") {
  const auto result = merged("Họp mỗi tuần một lần tại nhà văn hóa của thôn.",
                             "Họp mỗi tháng một lần tại nhà văn hóa của thôn.",
                             "Họp mỗi tuần một lần tại đình làng của thôn.");
  CHECK_FALSE(result.clash);
  CHECK(result.line == Inlines{words("Họp mỗi tháng một lần tại đình làng của thôn.")});
}

TEST_CASE("changes of the same words clash, and the level above goes first", "[compare]") {
  const auto result = merged("Gửi trước 3 ngày.", "Gửi trước 5 ngày.", "Gửi trước 7 ngày.");
  CHECK(result.clash);
  CHECK(result.line == Inlines{words("Gửi trước 5 ngày.")});
}

TEST_CASE("changes of neighbouring words clash: a space holds nothing apart", "[compare]") {
  CHECK(
      merged("trong ba ngày làm việc", "trong năm ngày làm việc", "trong ba tuần làm việc").clash);
}

TEST_CASE("the same change on both sides is no clash", "[compare]") {
  const auto result = merged("Gửi trước 3 ngày.", "Gửi trước 5 ngày.", "Gửi trước 5 ngày.");
  CHECK_FALSE(result.clash);
  CHECK(result.line == Inlines{words("Gửi trước 5 ngày.")});
}

TEST_CASE("fields, terms and references stay whole in a merged sentence", "[compare]") {
  const Inlines base{words("Bí thư và "), term("village_head"), words(" gửi báo cáo trước "),
                     blank("days"),       words(" ngày theo "), refer("a.b"),
                     words(".")};
  auto above = base;
  above[2].value = " cùng gửi báo cáo trước ";
  auto local = base;
  local[4].value = " ngày làm việc theo ";
  auto expected = above;
  expected[4].value = " ngày làm việc theo ";
  const auto result = merge_lines(base, above, local);
  CHECK_FALSE(result.clash);
  CHECK(result.line == expected);
}
