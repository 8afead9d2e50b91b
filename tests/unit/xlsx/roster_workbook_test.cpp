#include "xlsx/roster_workbook.hpp"

#include "base/environment.hpp"
#include "support/catch.hpp"
#include "support/scratch_folder.hpp"
#include "xlsx/workbook_reader.hpp"

namespace quyche {
namespace {

RosterColumn column(const std::string& name, RosterColumn::Type type) {
  RosterColumn made;
  made.name = name;
  made.heading = name;
  made.type = type;
  made.total = type == RosterColumn::Type::integer;
  return made;
}

RosterDefinition two_columns() {
  RosterDefinition roster;
  roster.title = "TITLE";
  roster.sheet = "Sheet";
  roster.total_label = "Sum";
  roster.columns = {column("serial", RosterColumn::Type::serial),
                    column("name", RosterColumn::Type::text),
                    column("number", RosterColumn::Type::integer)};
  return roster;
}

}  // namespace

TEST_CASE("rows that one sheet cannot hold go on in the next, with its own totals", "[xlsx]") {
  const ScratchFolder folder;
  const auto path = folder.path("roster.xlsx");
  RosterPage page;
  page.created = Date(std::chrono::year{2018} / 12 / 31);
  page.rows_a_sheet = 5;
  constexpr std::size_t k_rows = 12;
  const auto written = write_roster(
      two_columns(), page, k_rows,
      [&](const TakeRow& take) {
        for (std::size_t row = 1; row <= k_rows; ++row) take({"", "n", std::to_string(row)});
      },
      path);
  CHECK(written.rows == k_rows);
  CHECK(written.sheets == 3);
  const auto sheets = read_workbook(DiskFiles().read(path), path);
  REQUIRE(sheets.size() == 3);
  CHECK(sheets[0].name == "Sheet");
  CHECK(sheets[2].name == "Sheet (3)");
  CHECK(sheets[1].rows[5][1].text == "name");
  CHECK(sheets[1].rows[6][0].text == "6");
  CHECK(sheets[0].rows[11][2].text == "15");
  CHECK(sheets[1].rows[11][2].text == "40");
  CHECK(sheets[2].rows[8][2].text == "23");
}

TEST_CASE("a text longer than a cell may hold is cut and counted, a formula stays text", "[xlsx]") {
  const ScratchFolder folder;
  const auto path = folder.path("roster.xlsx");
  RosterPage page;
  page.created = Date(std::chrono::year{2018} / 12 / 31);
  const auto written = write_roster(
      two_columns(), page, 2,
      [](const TakeRow& take) {
        take({"", std::string(40'000, 'x'), "1"});
        take({"", "=cmd|' /C calc'!A0", "2"});
      },
      path);
  CHECK(written.cut_texts == 1);
  const auto rows = read_workbook(DiskFiles().read(path), path).front().rows;
  CHECK(rows[6][1].text == std::string(32'000, 'x') + "…");
  CHECK(rows[7][1].kind == Cell::Kind::text);
  CHECK(rows[7][1].text == "=cmd|' /C calc'!A0");
}

}  // namespace quyche
