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
  CHECK(lines_of("DANH SÁCH,,\n,,\nSTT,HỌ VÀ TÊN,Ngày  sinh\n1,Nguyễn Văn Mẫu,5/2/1970\n,,\n"
                 "2,\"A \"\"B\"\"\",\nTổng cộng,,\n",
                 {{"ho_va_ten", true}, {"Ngày_sinh", false}}) ==
        Lines{{4, R"({"STT":"1","ho_va_ten":"Nguyễn Văn Mẫu","HỌ_VÀ_TÊN":"Nguyễn Văn Mẫu",)"
                  R"("Ngày_sinh":"5/2/1970"})"},
              {6, R"({"STT":"2","ho_va_ten":"A \"B\"","HỌ_VÀ_TÊN":"A \"B\"","Ngày_sinh":""})"}});
}

TEST_CASE("a name with its tones is found before one without", "[engine]") {
  CHECK(lines_of("xã,Xa\nA,1\n", {{"xa", true}, {"xã", true}}) ==
        Lines{{2, R"({"xã":"A","xa":"1","Xa":"1"})"}});
}

TEST_CASE("one column answers each spelling of its name", "[engine]") {
  CHECK(lines_of("Họ và tên\nA\n", {{"ho_va_ten", true}, {"Họ_và_tên", true}}) ==
        Lines{{2, R"({"ho_va_ten":"A","Họ_và_tên":"A"})"}});
}

TEST_CASE("a table that is not what a template asks for is refused", "[engine]") {
  MemoryFiles files;
  files.write("a.csv", "tên,giờ hop\nA,B\n");
  files.write("b.csv", "x,y\n1,2\n");
  files.write("c.csv", "ten,x,TEN\nA,1,B\n");
  const std::vector<WantedName> names{{"ten", true}, {"gio_hep", true}, {"ghi_chu", false}};
  const auto refusal = [&](const std::string& file) {
    return caught([&] { static_cast<void>(open_table_lines(files, file, names)); });
  };
  const std::string hint =
      "\n  → đặt tiêu đề cột trùng tên trong thẻ của mẫu, ví dụ cột «Họ và tên» cho thẻ ho_va_ten";
  CHECK(refusal("a.csv") ==
        "a.csv\nlỗi: bảng thiếu cột mà mẫu cần: gio_hep; dòng 1 là dòng tiêu đề, có các cột: tên, "
        "giờ hop [render.missing-columns]\n  → có phải «giờ hop»?" +
            hint);
  CHECK(refusal("b.csv") ==
        "b.csv\nlỗi: không tìm thấy dòng tiêu đề cột trong 20 dòng đầu; mẫu cần các cột: ten, "
        "gio_hep, ghi_chu [render.no-header]" +
            hint);
  CHECK(refusal("c.csv") ==
        "c.csv › hàng 1 › cột 3\nlỗi: cột «TEN» ghi lại trường ten đã có ở cột khác "
        "[rows.twin-column]\n"
        "  → cột «ten» đã có; xóa hoặc đổi tên một trong hai cột");
}

TEST_CASE("tables are known by the ends of their names", "[engine]") {
  CHECK(is_table("Danh sách.XLSX"));
  CHECK(is_table("a.csv"));
  CHECK(is_table("a.tsv"));
  CHECK_FALSE(is_table("a.jsonl"));
  CHECK_FALSE(is_table("csv"));
  CHECK(is_other_file("Danh sách.XLS"));
  CHECK_FALSE(is_other_file("a.jsonl"));
  CHECK_FALSE(is_other_file("/dev/stdin"));
}
