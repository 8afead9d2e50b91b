#include "xlsx/workbook_reader.hpp"

#include <xlsxwriter.h>

#include "support/catch.hpp"
#include "support/caught.hpp"
#include "support/scratch_folder.hpp"
#include "support/workbook_file.hpp"
#include "xlsx/number_format.hpp"
#include "xlsx/sheet_rows.hpp"

using namespace quyche;

namespace {

// Cells of a sheet, one line a row: kind letter and text.
std::string drawn(const SheetCells& sheet) {
  const std::string letters = "-tnbde";
  std::string out;
  for (const auto& row : sheet.rows) {
    for (const auto& cell : row) {
      out += '|';
      out += letters.at(static_cast<std::size_t>(cell.kind));
      if (!cell.text.empty()) out += ' ' + cell.text;
    }
    out += "|\n";
  }
  return out;
}

// The same of the sheet read row by row, twice.
std::string streamed(const std::string& bytes) {
  auto sheets = open_workbook(bytes, "bảng.xlsx");
  std::string first;
  for (auto* out : {&first, &first}) {
    SheetCells sheet{sheets.at(0)->name(), false, {}};
    sheets.at(0)->rewind();
    while (const auto* row = sheets.at(0)->next()) sheet.rows.push_back(*row);
    const auto rows = drawn(sheet);
    if (!first.empty()) CHECK(rows == first);
    *out = rows;
  }
  return first;
}

std::string drawn(const WorkbookFile& file) {
  const auto bytes = file.bytes();
  auto rows = drawn(read_workbook(bytes, "bảng.xlsx").at(0));
  CHECK(streamed(bytes) == rows);
  return rows;
}

std::string refusal(const std::string& bytes) {
  auto said = caught([&] { (void)read_workbook(bytes, "bảng.xlsx"); });
  CHECK(caught([&] { (void)streamed(bytes); }) == said);
  return said;
}

}  // namespace

TEST_CASE("the reader gives text, numbers, booleans, errors and formulas", "[xlsx]") {
  WorkbookFile file;
  file.shared_strings =
      "<si><t>Chi bộ</t></si>"
      "<si><r><t xml:space=\"preserve\">thôn </t></r><r><rPr><b/></rPr><t>Trung</t></r>"
      "<rPh sb=\"0\" eb=\"1\"><t>BỎ</t></rPh><phoneticPr fontId=\"1\"/></si>";
  file.sheet_data =
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
      "<c r=\"C1\" t=\"inlineStr\"><is><r><t>a</t></r><r><t>&amp;b</t></r></is></c></row>"
      "<row r=\"2\"><c r=\"A2\"><v>312</v></c><c r=\"B2\"><v>0.30000000000000004</v></c>"
      "<c r=\"C2\"><v>1.5E3</v></c><c r=\"D2\"><v>-2.50</v></c><c r=\"E2\"><v>1E+20</v></c></row>"
      "<row r=\"3\"><c r=\"A3\" t=\"b\"><v>1</v></c><c r=\"B3\" t=\"b\"><v>0</v></c>"
      "<c r=\"C3\" t=\"e\"><v>#N/A</v></c>"
      "<c r=\"D3\" t=\"str\"><f>A1&amp;\"x\"</f><v>Chi bộx</v></c>"
      "<c r=\"E3\"><f>1+2</f><v>3</v></c><c r=\"F3\" t=\"d\"><v>2018-06-05T00:00:00</v></c></row>";
  CHECK(drawn(file) ==
        "|t Chi bộ|t thôn Trung|t a&b|\n"
        "|n 312|n 0.3|n 1500|n -2.5|n 100000000000000000000|\n"
        "|b true|b false|e #N/A|t Chi bộx|n 3|d 2018-06-05|\n");
}

TEST_CASE("a formula without a stored result is no empty cell", "[xlsx]") {
  WorkbookFile file;
  file.sheet_data =
      "<row r=\"1\"><c r=\"A1\"><f>1+2</f></c><c r=\"B1\"><f>1+2</f><v></v></c>"
      "<c r=\"C1\"><f>1+2</f><v/></c><c r=\"D1\" t=\"str\"><f>\"\"</f><v></v></c>"
      "<c r=\"E1\"><v/></c><c r=\"F1\"><f t=\"shared\" si=\"0\"/><v>3</v></c></row>";
  CHECK(drawn(file) == "|e|e|e|-|-|n 3|\n");
}

TEST_CASE("the reader knows dates by their number format", "[xlsx]") {
  CHECK(is_date_format("dd/mm/yyyy"));
  CHECK(is_date_format("[$-42A]d/m/yyyy;@"));
  CHECK(is_date_format("\"ngày \"dd\" tháng \"mm\" năm \"yyyy"));
  CHECK(is_date_format("mmm"));
  CHECK(is_date_format("d\\.m\\.yy hh:mm"));
  CHECK_FALSE(is_date_format("General"));
  CHECK_FALSE(is_date_format("#,##0\\ \"đồng\""));
  CHECK_FALSE(is_date_format("[Red]0.00;[Blue]-0.00"));
  CHECK_FALSE(is_date_format("hh:mm:ss"));
  CHECK_FALSE(is_date_format("0.00%_d"));
  CHECK_FALSE(is_date_format("@"));

  WorkbookFile file;
  file.formats = {"dd/mm/yyyy", "#,##0", "yyyy-mm-dd hh:mm"};
  file.sheet_data =
      "<row><c s=\"1\"><v>43256</v></c><c s=\"2\"><v>43256</v></c><c s=\"3\"><v>43256.75</v></c>"
      "<c s=\"1\"><v>59</v></c><c s=\"1\"><v>60</v></c><c s=\"1\"><v>61</v></c>"
      "<c s=\"1\"><v>-1</v></c></row>";
  CHECK(drawn(file) == "|d 2018-06-05|n 43256|d 2018-06-05|d 1900-02-28|n 60|d 1900-03-01|n -1|\n");
  file.workbook_properties = "date1904=\"1\"";
  file.sheet_data = "<row><c s=\"1\"><v>41794</v></c><c s=\"1\"><v>0</v></c></row>";
  CHECK(drawn(file) == "|d 2018-06-05|d 1904-01-01|\n");
}

TEST_CASE("the reader places cells without addresses and leaves gaps empty", "[xlsx]") {
  WorkbookFile file;
  file.sheet_data =
      "<row><c><v>1</v></c><c><v>2</v></c></row>"
      "<row r=\"3\"><c r=\"B3\"><v>3</v></c><c><v>4</v></c><c r=\"F3\" s=\"0\"/></row>"
      "<row><c><v>5</v></c></row>";
  CHECK(drawn(file) == "|n 1|n 2|\n|\n|-|n 3|n 4|\n|n 5|\n");
  CHECK(cell_name(4, 2) == "C5");
  CHECK(cell_name(0, 25) == "Z1");
  CHECK(cell_name(0, 26) == "AA1");
  CHECK(cell_name(1048575, 16383) == "XFD1048576");
}

TEST_CASE("only the first cell of a merged range keeps its value", "[xlsx]") {
  WorkbookFile file;
  file.sheet_data =
      "<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>"
      "<row><c><v>4</v></c><c><v>5</v></c><c><v>6</v></c></row>";
  file.after_data = "<mergeCells count=\"1\"><mergeCell ref=\"A1:B2\"/></mergeCells>";
  CHECK(drawn(file) == "|n 1|-|n 3|\n|-|-|n 6|\n");
}

TEST_CASE("merged ranges hide cells of every row they reach", "[xlsx]") {
  WorkbookFile file;
  file.sheet_data =
      "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>"
      "<row r=\"4\"><c r=\"A4\"><v>4</v></c><c><v>5</v></c><c><v>6</v></c></row>"
      "<row><c><v>7</v></c><c><v>8</v></c><c><v>9</v></c></row>";
  file.after_data = "<mergeCells><mergeCell ref=\"C4:C9\"/><mergeCell ref=\"A1:B4\"/></mergeCells>";
  CHECK(drawn(file) == "|\n|-|-|n 3|\n|\n|-|-|n 6|\n|n 7|n 8|-|\n");
}

TEST_CASE("merged ranges are seen wherever the pieces of a long sheet end", "[xlsx]") {
  constexpr std::size_t k_piece = 256U << 10U;
  WorkbookFile file;
  file.after_data = "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>";
  for (std::size_t padding = k_piece - 800; padding < k_piece; padding += 8) {
    file.sheet_data = "<row><c><v>1</v></c><c><v>2</v></c></row><!--" + std::string(padding, ' ');
    file.sheet_data += "-->";
    if (streamed(file.bytes()) == "|n 1|-|\n") continue;
    FAIL(padding);
  }
}

TEST_CASE("rows out of their order are read whole and refused in a stream", "[xlsx]") {
  WorkbookFile file;
  file.sheet_data =
      "<row r=\"2\"><c r=\"A2\"><v>2</v></c></row><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
  const auto bytes = file.bytes();
  CHECK(drawn(read_workbook(bytes, "bảng.xlsx").at(0)) == "|n 1|\n|n 2|\n");
  CHECK(caught([&] { (void)streamed(bytes); }) ==
        "bảng.xlsx › trang tính 'Dữ liệu' › ô A1\n"
        "lỗi: bảng tính bị hỏng: ô hoặc vùng «A1» có địa chỉ hoặc giá trị không đọc được "
        "[xlsx.bad-cell]\n"
        "  → mở tệp bằng Excel hoặc LibreOffice rồi lưu lại với dạng .xlsx");
}

TEST_CASE("sheets come in the order of their tabs, hidden ones marked", "[xlsx]") {
  WorkbookFile file;
  file.sheet_data = "<row><c><v>1</v></c></row>";
  file.more_sheets = {"<row><c><v>2</v></c></row>", "<row><c><v>3</v></c></row>"};
  file.sheets =
      "<sheet name=\"B\" sheetId=\"3\" state=\"hidden\" r:id=\"rId12\"/>"
      "<sheet name=\"A &amp; C\" sheetId=\"1\" r:id=\"rId1\"/>"
      "<sheet name=\"D\" sheetId=\"2\" state=\"veryHidden\" r:id=\"rId11\"/>";
  const auto sheets = read_workbook(file.bytes(), "bảng.xlsx");
  REQUIRE(sheets.size() == 3);
  CHECK(sheets[0].name == "B");
  CHECK(sheets[0].hidden);
  CHECK(drawn(sheets[0]) == "|n 3|\n");
  CHECK(sheets[1].name == "A & C");
  CHECK_FALSE(sheets[1].hidden);
  CHECK(drawn(sheets[1]) == "|n 1|\n");
  CHECK(sheets[2].hidden);
}

TEST_CASE("text is kept in NFC, with Excel's escapes resolved", "[xlsx]") {
  WorkbookFile file;
  file.shared_strings =
      "<si><t>Tha\xCC\x80nh</t></si><si><t>m\xE1\xBB\x99t_x000D_\nhai_x005F_x0041_</t></si>"
      "<si><t>_xyz_</t></si><si><t/></si>";
  file.sheet_data =
      "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c>"
      "<c t=\"s\"><v>3</v></c></row>";
  CHECK(drawn(file) == "|t Th\xC3\xA0nh|t một\nhai_x0041_|t _xyz_|\n");
}

TEST_CASE("what is no workbook is refused with what to do", "[xlsx]") {
  const std::string expected =
      "bảng.xlsx\n"
      "lỗi: tệp không phải bảng tính Excel .xlsx [xlsx.not-a-workbook]\n"
      "  → mở tệp bằng Excel hoặc LibreOffice rồi lưu lại với dạng .xlsx";
  Compressor pack;
  CHECK(refusal(write_archive(std::vector{pack.pack("content.xml", "<a/>")})) == expected);
  const std::string link =
      "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" "
      "Target=\"word/document.xml\"/></Relationships>";
  CHECK(refusal(write_archive(std::vector{pack.pack("_rels/.rels", link),
                                          pack.pack("word/document.xml", "<document/>")})) ==
        expected);
  WorkbookFile file;
  file.sheets = "";
  CHECK(refusal(file.bytes()) == expected);
  CHECK(refusal("Họ tên;Tuổi") == expected);
}

TEST_CASE("a damaged workbook says which cell or part cannot be read", "[xlsx]") {
  WorkbookFile file;
  file.sheet_data = "<row><c t=\"s\"><v>7</v></c></row>";
  CHECK(refusal(file.bytes()) ==
        "bảng.xlsx › trang tính 'Dữ liệu' › ô A1\n"
        "lỗi: bảng tính bị hỏng: ô hoặc vùng «A1» có địa chỉ hoặc giá trị không đọc được "
        "[xlsx.bad-cell]\n"
        "  → mở tệp bằng Excel hoặc LibreOffice rồi lưu lại với dạng .xlsx");
  for (const char* rows :
       {"<row r=\"0\"/>", "<row r=\"1048577\"/>", "<row><c r=\"XFE1\"/></row>",
        "<row><c r=\"1A\"/></row>", "<row><c><v>abc</v></c></row>", "<row><c><v>inf</v></c></row>",
        "<row><c t=\"d\"><v>2018-02-30</v></c></row>"}) {
    INFO(rows);
    file.sheet_data = rows;
    CHECK(refusal(file.bytes()).find("[xlsx.bad-cell]") != std::string::npos);
  }
  file.sheet_data = "<row><c></row>";
  CHECK(refusal(file.bytes()) ==
        "bảng.xlsx › xl/worksheets/sheet1.xml › dòng 2\n"
        "lỗi: tệp XML viết sai quy tắc ở dòng 2 [xml.not-well-formed]\n"
        "  …as.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row><c></row>"
        "</sheetData></worksheet>\n"
        "                                                                     ^~~~~~  "
        "cần thẻ đóng </c>, lại gặp </row>");
  file.sheet_data = "";
  file.sheets = "<sheet name=\"A\" sheetId=\"1\" r:id=\"rId9\"/>";
  CHECK(refusal(file.bytes()) ==
        "bảng.xlsx\n"
        "lỗi: bảng tính bị hỏng: thiếu phần «A» [xlsx.missing-part]\n"
        "  → mở tệp bằng Excel hoặc LibreOffice rồi lưu lại với dạng .xlsx");
  file.sheets =
      "<sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"B\" sheetId=\"2\" "
      "r:id=\"rId1\"/>";
  CHECK(refusal(file.bytes()).find("[xlsx.missing-part]") != std::string::npos);
}

TEST_CASE("a sheet that would fill the memory is refused", "[xlsx]") {
  WorkbookFile file;
  for (int row = 1; row <= 600; ++row) {
    const std::string number = std::to_string(row);
    file.sheet_data += "<row><c r=\"XFD" + number + "\"><v>1</v></c></row>";
  }
  CHECK(refusal(file.bytes()) ==
        "bảng.xlsx\n"
        "lỗi: bảng tính có quá nhiều ô có nội dung (tối đa khoảng 8 triệu) [xlsx.too-large]\n"
        "  → xóa các hàng, cột thừa hoặc chia bảng thành nhiều tệp");
}

TEST_CASE("files of libxlsxwriter, openpyxl and LibreOffice read the same", "[xlsx]") {
  const ScratchFolder folder;
  const std::string path = folder.path("a.xlsx");
  auto* book = workbook_new(path.c_str());
  auto* sheet = workbook_add_worksheet(book, "Dữ liệu");
  auto* day = workbook_add_format(book);
  format_set_num_format(day, "dd/mm/yyyy");
  worksheet_write_string(sheet, 0, 0, "Tên thôn", nullptr);
  worksheet_write_number(sheet, 1, 0, 1039, nullptr);
  worksheet_write_boolean(sheet, 1, 1, 1, nullptr);
  lxw_datetime date{2018, 6, 5, 0, 0, 0};
  worksheet_write_datetime(sheet, 2, 2, &date, day);
  REQUIRE(workbook_close(book) == LXW_NO_ERROR);
  const std::string expected = "|t Tên thôn|\n|n 1039|b true|\n|-|-|d 2018-06-05|\n";
  CHECK(drawn(read_workbook(folder.get("a.xlsx"), "a.xlsx").at(0)) == expected);

  bool ran = false;
  const auto out = folder.python("openpyxl", R"(
import openpyxl, datetime
b = openpyxl.load_workbook('a.xlsx')
b.save('b.xlsx')
b = openpyxl.Workbook(write_only=True)
s = b.create_sheet('Dữ liệu')
s.append(['Tên thôn']); s.append([1039, True]); s.append([None, None, datetime.date(2018, 6, 5)])
b.save('c.xlsx')
)",
                                 ran);
  if (ran) {
    CHECK(out.empty());
    CHECK(drawn(read_workbook(folder.get("b.xlsx"), "b.xlsx").at(0)) == expected);
    CHECK(streamed(folder.get("b.xlsx")) == expected);
    CHECK(drawn(read_workbook(folder.get("c.xlsx"), "c.xlsx").at(0)) == expected);
  } else {
    WARN("openpyxl is not installed; its files are not tested");
  }

  if (folder.run("command -v soffice").empty()) {
    WARN("LibreOffice is not installed; its files are not tested");
    return;
  }
  (void)folder.run("soffice -env:UserInstallation=file://" + folder.path("profile") +
                   " --headless --convert-to xlsx --outdir lo a.xlsx");
  CHECK(drawn(read_workbook(folder.get("lo/a.xlsx"), "lo.xlsx").at(0)) == expected);
  CHECK(streamed(folder.get("lo/a.xlsx")) == expected);
}
