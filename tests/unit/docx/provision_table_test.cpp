#include "docx/provision_table.hpp"

#include <algorithm>
#include <numeric>

#include "support/catch.hpp"

using namespace quyche;

TEST_CASE("columns fill the page by what they hold", "[docx]") {
  const auto widths =
      column_widths({{"STT", "Nội dung", "Thời gian"},
                     {"1", "Giao ban công tác tuần của Bí thư và Trưởng thôn", "tuần"}},
                    9355);
  REQUIRE(widths.size() == 3);
  CHECK(std::accumulate(widths.begin(), widths.end(), 0) == 9355);
  CHECK(widths[0] < widths[2]);
  CHECK(widths[2] < widths[1]);
  CHECK(widths[0] > 500);  // "STT" in one piece
}

TEST_CASE("columns of words too long for the page still fill it exactly", "[docx]") {
  const std::string word(60, 'm');
  const auto widths = column_widths({{word, word, "a"}}, 9355);
  CHECK(std::accumulate(widths.begin(), widths.end(), 0) == 9355);
  CHECK(*std::min_element(widths.begin(), widths.end()) > 0);
}

TEST_CASE("a table without rows has no columns", "[docx]") {
  CHECK(column_widths({}, 9355).empty());
}
