#include "model/csv_table.hpp"

#include "support/catch.hpp"
#include "support/caught.hpp"
#include "support/drip_source.hpp"

using namespace quyche;

namespace {

// What a spreadsheet program would write, and the same as the table is to give it.
struct Sample {
  std::string csv;
  std::string rows;
};

// Cells with everything that a window may cut in two: letters of three bytes, quotes in quotes,
// line ends of two bytes inside and outside of cells.
Sample sample(std::size_t records) {
  Sample made{"Họ và tên,Ghi chú,Số\r\n", "Họ và tên|Ghi chú|Số|\n"};
  for (std::size_t number = 0; number < records; ++number) {
    const auto digits = std::to_string(number);
    const std::string filling(number % 23, 'x');
    made.csv +=
        "Nguyễn Văn Mẫu " + digits + ",\"nói \"\"" + filling + "\"\",\r\nxuống dòng\"," + digits;
    made.csv += number % 3 == 0 ? "\n" : "\r\n";
    made.rows +=
        "Nguyễn Văn Mẫu " + digits + "|nói \"" + filling + "\",\r\nxuống dòng|" + digits + "|\n";
  }
  return made;
}

std::string drawn(CellTable& table) {
  std::string out;
  while (const auto* cells = table.next()) {
    for (const auto& cell : *cells) out += cell.text + "|";
    out += "\n";
  }
  return out;
}

std::string drawn(const std::string& bytes, std::size_t most) {
  return drawn(*open_csv(std::make_unique<DripSource>(bytes, most), "a.csv"));
}

// Little end first, with its mark. ASCII and the letters of the plane below U+10000.
std::string as_utf16(std::string_view ascii) {
  std::string out = "\xFF\xFE";
  for (const char sign : ascii) out += {sign, '\0'};
  return out;
}

}  // namespace

TEST_CASE("records are the same wherever the pieces of a file end", "[csv]") {
  const auto few = sample(12);
  for (const std::size_t most : {1U, 2U, 3U, 5U, 64U}) CHECK(drawn(few.csv, most) == few.rows);
  const auto many = sample(9'000);  // several windows
  REQUIRE(many.csv.size() > 600'000);
  CHECK(drawn(many.csv, 10'007) == many.rows);
  CHECK(drawn(many.csv, many.csv.size()) == many.rows);
  // A window ends at every place of a record.
  const auto some = sample(4'000);
  for (std::size_t shift = 0; shift < 100; ++shift) {
    const std::string before(shift, 'x');
    REQUIRE(drawn(before + some.csv, some.csv.size()) == before + some.rows);
  }
}

TEST_CASE("a table goes back to its first record, and a cell may be longer than a window",
          "[csv]") {
  const std::string word(1'000'000, 'a');
  const auto table = open_csv("a,b\n\"" + word + "\",c\nd,e", "a.csv");
  for (int round = 0; round < 2; ++round) {
    CHECK(drawn(*table) == "a|b|\n" + word + "|c|\nd|e|\n");
    table->rewind();
    CHECK(table->next()->front().text == "a");
    table->rewind();
  }
}

TEST_CASE("UTF-16 and marks are read in pieces too", "[csv]") {
  CHECK(drawn("\xEF\xBB\xBFxã;thôn\nAn Vĩ;Trung", 1) == "xã|thôn|\nAn Vĩ|Trung|\n");
  CHECK(drawn(as_utf16("a;b\nc;d\n"), 1) == "a|b|\nc|d|\n");
  CHECK(drawn(std::string("\xFE\xFF\0a\0,\xD8\x3D\xDE\x00", 10), 1) == "a|😀|\n");
  CHECK(drawn("", 1).empty());
}

TEST_CASE("a quotation mark that nothing closes is found by its line", "[csv]") {
  auto text = sample(9'000).csv;
  text += "Nguyễn Văn Mẫu,\"mở,1\nTrần Thị Mẫu,2,3\n";
  const auto line = std::to_string(2 * 9'000 + 2);
  CHECK(caught([&] { (void)drawn(text, 10'007); }).starts_with("a.csv › dòng " + line + "\nlỗi: "));
}

TEST_CASE("what is no text is refused before its first record", "[csv]") {
  const std::string expected = caught([] { (void)open_csv(std::string("a,b\nc,\xC3"), "a.csv"); });
  CHECK(expected.find("[rows.not-text]") != std::string::npos);
  CHECK(caught([] { (void)drawn(std::string("a,b\nc,\0", 7), 1); }) == expected);
  CHECK(caught([] { (void)drawn("a,b\nc,\xE1\xBA", 1); }) == expected);
  CHECK(drawn("a,b\nc,\xE1\xBA\xA1", 1) == "a|b|\nc|ạ|\n");
}
