#include "base/date.hpp"

#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"

using namespace quyche;
using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

namespace {

Date date(int y, unsigned m, unsigned d) { return {year{y}, month{m}, day{d}}; }

struct Row {
  Date day;
  std::string iso;
  std::string long_form;
  std::string short_form;
};

}  // namespace

TEST_CASE("dates are written with zeros before days 1-9 and months 1-2 only", "[base]") {
  const std::vector<Row> rows{
      {date(2018, 2, 5), "2018-02-05", "ngày 05 tháng 02 năm 2018", "05/02/2018"},
      {date(2018, 4, 3), "2018-04-03", "ngày 03 tháng 4 năm 2018", "03/4/2018"},
      {date(2012, 12, 11), "2012-12-11", "ngày 11 tháng 12 năm 2012", "11/12/2012"},
      {date(2020, 3, 5), "2020-03-05", "ngày 05 tháng 3 năm 2020", "05/3/2020"},
      {date(2026, 9, 5), "2026-09-05", "ngày 05 tháng 9 năm 2026", "05/9/2026"},
      {date(2020, 1, 1), "2020-01-01", "ngày 01 tháng 01 năm 2020", "01/01/2020"},
      {date(2020, 1, 31), "2020-01-31", "ngày 31 tháng 01 năm 2020", "31/01/2020"},
      {date(2020, 2, 29), "2020-02-29", "ngày 29 tháng 02 năm 2020", "29/02/2020"},
      {date(2021, 10, 9), "2021-10-09", "ngày 09 tháng 10 năm 2021", "09/10/2021"},
      {date(2021, 10, 10), "2021-10-10", "ngày 10 tháng 10 năm 2021", "10/10/2021"},
      {date(1900, 1, 1), "1900-01-01", "ngày 01 tháng 01 năm 1900", "01/01/1900"},
      {date(2199, 12, 31), "2199-12-31", "ngày 31 tháng 12 năm 2199", "31/12/2199"},
  };
  for (const auto& row : rows) {
    CHECK(iso(row.day) == row.iso);
    CHECK(long_date(row.day) == row.long_form);
    CHECK(short_date(row.day) == row.short_form);
    CHECK(date_from_iso(row.iso) == row.day);
    for (const auto& text : {row.iso, row.long_form, row.short_form}) {
      CHECK(date_from_text(text) == row.day);
    }
  }
}

TEST_CASE("date_from_text reads what people and programs write", "[base]") {
  const std::vector<std::pair<std::string, Date>> rows{
      {"5/6/2018", date(2018, 6, 5)},
      {"05/6/2018", date(2018, 6, 5)},
      {"5/06/2018", date(2018, 6, 5)},
      {"05/06/2018", date(2018, 6, 5)},
      {"5-6-2018", date(2018, 6, 5)},
      {"05-06-2018", date(2018, 6, 5)},
      {"5.6.2018", date(2018, 6, 5)},
      {"05.06.2018", date(2018, 6, 5)},
      {"5 / 6 / 2018", date(2018, 6, 5)},
      {"  05/6/2018  ", date(2018, 6, 5)},
      {"\u00A005/6/2018", date(2018, 6, 5)},
      {"12/11/2018", date(2018, 11, 12)},
      {"31/12/1999", date(1999, 12, 31)},
      {"29/2/2000", date(2000, 2, 29)},
      {"2018-06-05", date(2018, 6, 5)},
      {" 2018-06-05 ", date(2018, 6, 5)},
      {"ngày 05 tháng 6 năm 2018", date(2018, 6, 5)},
      {"ngày 5 tháng 6 năm 2018", date(2018, 6, 5)},
      {"ngày 05 tháng 06 năm 2018", date(2018, 6, 5)},
      {"Ngày 05 tháng 6 năm 2018", date(2018, 6, 5)},
      {"NGÀY 05 THÁNG 6 NĂM 2018", date(2018, 6, 5)},
      {"ngày  05   tháng 6  năm  2018", date(2018, 6, 5)},
      {"ngày\u00A005 tháng\u00A06 năm\u00A02018", date(2018, 6, 5)},
      {"ngày05tháng6năm2018", date(2018, 6, 5)},
      {"\tngày 05 tháng 6 năm 2018\n", date(2018, 6, 5)},
      // The same, decomposed.
      {"nga\u0300y 05 tha\u0301ng 6 na\u0306m 2018", date(2018, 6, 5)},
  };
  for (const auto& [text, day] : rows) {
    CAPTURE(text);
    CHECK(date_from_text(text) == day);
  }
}

TEST_CASE("date_from_text refuses what is no day", "[base]") {
  for (const auto* text : {"",
                           " ",
                           "hôm nay",
                           "2018",
                           "6/2018",
                           "5/6/18",
                           "5/6/02018",
                           "31/4/2018",
                           "30/2/2018",
                           "29/2/2019",
                           "29/2/1900",
                           "0/6/2018",
                           "5/0/2018",
                           "5/13/2018",
                           "32/1/2018",
                           "5/6/1899",
                           "5/6/2200",
                           "5/6-2018",
                           "5.6/2018",
                           "005/6/2018",
                           "5/006/2018",
                           "5/6/2018 x",
                           "x 5/6/2018",
                           "5//2018",
                           "/6/2018",
                           "-5/6/2018",
                           "5/-6/2018",
                           "2018/06/05",
                           "2018-6-5",
                           "2018-02-30",
                           "ngày 05 tháng 6",
                           "ngày 31 tháng 4 năm 2018",
                           "tháng 6 năm 2018",
                           "ngày tháng năm 2018",
                           "ngày 05 thang 6 năm 2018",
                           "ngày 05 tháng 6 năm hai nghìn",
                           "ngày 05/6/2018 tháng",
                           "5/6/2018/7",
                           "99999999999999999999/6/2018",
                           "\xFF/6/2018"}) {
    CAPTURE(text);
    CHECK_FALSE(date_from_text(text).has_value());
  }
}

TEST_CASE("date_from_iso is strict", "[base]") {
  CHECK(date_from_iso("2018-06-05") == date(2018, 6, 5));
  for (const auto* text : {"", "2018-6-5", "2018-06-05 ", " 2018-06-05", "2018/06/05", "20180605",
                           "2018-13-01", "2018-00-01", "2018-01-00", "2019-02-29", "1899-12-31",
                           "2200-01-01", "201a-01-01", "2018-06-05T00:00:00", "+018-06-05"}) {
    CAPTURE(text);
    CHECK_FALSE(date_from_iso(text).has_value());
  }
}

TEST_CASE("every day from 1900 to 2199 is read back from all its forms", "[base]") {
  auto day = date(1900, 1, 1);
  for (; day <= date(2199, 12, 30); day = next_day(day)) {
    REQUIRE(date_from_iso(iso(day)) == day);
    REQUIRE(previous_day(next_day(day)) == day);
  }
  for (day = date(2023, 12, 1); day < date(2025, 1, 31); day = next_day(day)) {
    REQUIRE(date_from_text(long_date(day)) == day);
    REQUIRE(date_from_text(short_date(day)) == day);
  }
}

TEST_CASE("next_day and previous_day cross months, years and 29 February", "[base]") {
  CHECK(next_day(date(2020, 2, 28)) == date(2020, 2, 29));
  CHECK(next_day(date(2019, 2, 28)) == date(2019, 3, 1));
  CHECK(next_day(date(2020, 12, 31)) == date(2021, 1, 1));
  CHECK(previous_day(date(2020, 3, 1)) == date(2020, 2, 29));
  CHECK(previous_day(date(2021, 1, 1)) == date(2020, 12, 31));
}
