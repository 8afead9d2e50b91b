#include "engine/table_lines.hpp"

#include "support/catch.hpp"
#include "support/caught.hpp"

using namespace quyche;

namespace {

using Lines = std::vector<std::pair<std::size_t, std::string>>;

Lines lines_of(const std::string& csv, const std::vector<WantedName>& names) {
  MemoryFiles files;
  files.write("danh-sach.csv", csv);
  const auto lines = open_table_lines(files, "danh-sach.csv", names);
  const auto count = lines->count();
  Lines out;
  while (auto line = lines->next()) out.emplace_back(line->number, std::move(line->text));
  CHECK(out.size() == count);
  return out;
}

}  // namespace

TEST_CASE("rows of a table become data under the names of the template", "[engine]") {
  CHECK(lines_of("DANH SÁCH,,\n,,\nSTT,HỌ VÀ TÊN,Ngày  sinh\n1,Nguyễn Văn Mẫu,5/2/1970\n,,\n2,\"A "
                 "\"\"B\"\"\",\n",
                 {{"ho_va_ten", true}, {"Ngày_sinh", false}}) ==
        Lines{{4, R"({"STT":"1","ho_va_ten":"Nguyễn Văn Mẫu","Ngày_sinh":"5/2/1970"})"},
              {6, R"({"STT":"2","ho_va_ten":"A \"B\"","Ngày_sinh":""})"}});
}

TEST_CASE("a name with its tones is found before one without", "[engine]") {
  CHECK(lines_of("xã,Xa\nA,1\n", {{"xa", true}, {"xã", true}}) ==
        Lines{{2, R"({"xã":"A","xa":"1"})"}});
  // Without tones it could be either: it is neither.
  CHECK(lines_of("xà,ten\nA,B\n", {{"xa", false}, {"xã", false}, {"ten", true}}) ==
        Lines{{2, R"({"xà":"A","ten":"B"})"}});
}

TEST_CASE("of two columns of one name the first is taken", "[engine]") {
  CHECK(lines_of("ten,Tên\nA,B\n", {{"ten", true}}) == Lines{{2, R"({"ten":"A"})"}});
}

TEST_CASE("a table without the columns that a template asks for is refused", "[engine]") {
  MemoryFiles files;
  files.write("a.csv", "tên\nA\n");
  files.write("b.csv", "x,y\n1,2\n");
  const std::vector<WantedName> names{{"ten", true}, {"gio", true}, {"ghi_chu", false}};
  const std::string hint =
      "\n  → đặt tiêu đề cột trùng tên trong thẻ của mẫu, ví dụ cột «Họ và tên» cho thẻ ho_va_ten";
  CHECK(caught([&] { static_cast<void>(open_table_lines(files, "a.csv", names)); }) ==
        "a.csv\nlỗi: bảng thiếu cột mà mẫu cần: gio [render.missing-columns]" + hint);
  CHECK(caught([&] { static_cast<void>(open_table_lines(files, "b.csv", names)); }) ==
        "b.csv\nlỗi: không tìm thấy dòng tiêu đề cột trong 20 dòng đầu; mẫu cần các cột: ten, gio, "
        "ghi_chu [render.no-header]" +
            hint);
}

TEST_CASE("tables are known by the ends of their names", "[engine]") {
  CHECK(is_table("Danh sách.XLSX"));
  CHECK(is_table("a.csv"));
  CHECK(is_table("a.tsv"));
  CHECK_FALSE(is_table("a.jsonl"));
  CHECK_FALSE(is_table("csv"));
}
