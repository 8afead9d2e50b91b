#include "xlsx/roster_workbook.hpp"

#include "base/archive.hpp"
#include "base/environment.hpp"
#include "support/catch.hpp"
#include "support/scratch_folder.hpp"
#include "xlsx/workbook_reader.hpp"
#include "xlsx/wrapped_text.hpp"

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
      two_columns(), page,
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
      two_columns(), page,
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

TEST_CASE("texts come back as they were given, whatever they look like", "[xlsx]") {
  const ScratchFolder folder;
  const auto path = folder.path("roster.xlsx");
  RosterPage page;
  page.created = Date(std::chrono::year{2018} / 12 / 31);
  std::string long_text;
  for (int i = 0; i < 20'000; ++i) long_text += "ế";  // sixty thousand bytes, and a cell holds it
  const std::vector<std::string> texts{" a ", "_x0041_", "a_xb", "<&>\"'",
                                       "\nb", long_text, "00123"};
  const auto written = write_roster(
      two_columns(), page,
      [&](const TakeRow& take) {
        for (const auto& text : texts) take({"", text, ""});
      },
      path);
  CHECK(written.cut_texts == 0);
  const auto rows = read_workbook(DiskFiles().read(path), path).front().rows;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    CHECK(rows[6 + i][1].kind == Cell::Kind::text);
    CHECK(rows[6 + i][1].text == texts[i]);
  }
}

TEST_CASE("a roster with charts and one without hold the same cells", "[xlsx]") {
  const ScratchFolder folder;
  RosterPage page;
  page.created = Date(std::chrono::year{2018} / 12 / 31);
  const auto cells_of = [&](const RosterDefinition& roster) {
    const auto path = folder.path("roster.xlsx");
    write_roster(
        roster, page,
        [](const TakeRow& take) {
          take({"", "Đỗ Thị Mẫu", "1234567"});
          take({"", "", "0"});
          take({"", "=1+1", ""});
        },
        path);
    return read_workbook(DiskFiles().read(path), path).front().rows;
  };
  auto roster = two_columns();
  const auto streamed = cells_of(roster);
  roster.charts.push_back({RosterChart::Kind::bar, "Chart", "name", {"number"}, 900});
  const auto kept = cells_of(roster);
  REQUIRE(streamed.size() == kept.size());
  for (std::size_t row = 0; row < kept.size(); ++row) {
    REQUIRE(streamed[row].size() == kept[row].size());
    for (std::size_t column = 0; column < kept[row].size(); ++column) {
      CHECK(streamed[row][column].kind == kept[row][column].kind);
      CHECK(streamed[row][column].text == kept[row][column].text);
    }
  }
}

TEST_CASE("thousands of rows are packed in pieces that fit together", "[xlsx]") {
  const ScratchFolder folder;
  const auto path = folder.path("roster.xlsx");
  RosterPage page;
  page.created = Date(std::chrono::year{2018} / 12 / 31);
  constexpr std::size_t k_rows = 30'000;  // past where packing becomes fast
  write_roster(
      two_columns(), page,
      [](const TakeRow& take) {
        for (std::size_t row = 1; row <= k_rows; ++row) {
          take({"", "name " + std::to_string(row), std::to_string(row)});
        }
      },
      path);
  const auto rows = read_workbook(DiskFiles().read(path), path).front().rows;
  REQUIRE(rows.size() == 6 + k_rows + 1);
  for (std::size_t row = 1; row <= k_rows; ++row) {
    if (rows[5 + row][1].text != "name " + std::to_string(row)) FAIL(row);
  }
  CHECK(rows.back()[2].text == std::to_string(k_rows * (k_rows + 1) / 2));
}

TEST_CASE("lines break between words, and in words that are longer than a line", "[xlsx]") {
  CHECK(lines_in("", 10) == 1);
  CHECK(lines_in("Trưởng ban", 10) == 1);
  CHECK(lines_in("Trưởng ban", 9) == 2);
  CHECK(lines_in("một hai ba bốn", 7) == 2);
  CHECK(lines_in("aaaa bbbb cccc", 6) == 3);  // though two lines would hold as many letters
  CHECK(lines_in("abcdefghijk", 5) == 3);
  CHECK(lines_in("ab abcdefghijk cd", 5) == 4);
  CHECK(lines_in("a\n\nb", 5) == 3);
}

TEST_CASE("a row is as high as its longest text needs", "[xlsx]") {
  const ScratchFolder folder;
  const auto path = folder.path("roster.xlsx");
  RosterPage page;
  page.created = Date(std::chrono::year{2018} / 12 / 31);
  auto roster = two_columns();
  roster.columns[1].width = 20;  // eighteen letters a line
  const auto sheet_of = [&] {
    write_roster(
        roster, page,
        [](const TakeRow& take) {
          take({"", "Bí thư", "1"});
          take({"", "Bí thư kiêm trưởng thôn", "1"});
          take({"", "a\nb\nc", "1"});
        },
        path);
    for (const auto& entry : read_archive(DiskFiles().read(path), path)) {
      if (entry.name == "xl/worksheets/sheet1.xml") return unpack(entry, path);
    }
    return std::string();
  };
  const auto streamed = sheet_of();
  CHECK(streamed.find("<row r=\"7\"><c") != std::string::npos);
  CHECK(streamed.find("<row r=\"8\" ht=\"33\">") != std::string::npos);
  CHECK(streamed.find("<row r=\"9\" ht=\"49.5\">") != std::string::npos);
  roster.charts.push_back({RosterChart::Kind::bar, "Chart", "name", {"number"}, 900});
  const auto kept = sheet_of();
  CHECK(kept.find(" ht=\"33\" customHeight=\"1\"") != std::string::npos);
  CHECK(kept.find(" ht=\"49.5\" customHeight=\"1\"") != std::string::npos);
}

}  // namespace quyche
