#include "engine/list_lines.hpp"

#include <array>

#include "engine/row_findings.hpp"
#include "support/catch.hpp"
#include "support/caught.hpp"
#include "template/plain_template.hpp"

using namespace quyche;

namespace {

TemplateSchema schema_of_text(const std::string& text) {
  const PlainTemplate compiled(text, "mau.txt");
  return infer_schema(std::array{&compiled.program()});
}

}  // namespace

TEST_CASE("lists are known by the ends of their names", "[engine]") {
  for (const auto* name : {"a.xlsx", "A.CSV", "a.tsv", "a.jsonl", "a.ods", "a.xls"}) {
    CAPTURE(name);
    CHECK(is_list(name));
  }
  for (const auto* name : {"a.json", "a.txt", "jsonl", "/dev/stdin"}) {
    CAPTURE(name);
    CHECK_FALSE(is_list(name));
  }
}

TEST_CASE("a name that several templates ask for is wanted once, as the strictest asks",
          "[engine]") {
  auto names = wanted_by_template(schema_of_text("{{ a }}{{ b|default('-') }}"), "mau.txt");
  add_wanted(names, schema_of_text("{{ b }}{{ c|default('-') }}"));
  std::string all;
  for (const auto& [name, is_required] : names) all += name + (is_required ? "! " : " ");
  CHECK(all == "a! b! c ");
  CHECK(caught([] { static_cast<void>(wanted_by_template(schema_of_text("a"), "mau.txt")); }) ==
        "mau.txt\nlỗi: mẫu không có thẻ nào, nên mọi văn bản sẽ giống nhau [render.no-tags]\n"
        "  → viết tên cột trong hai dấu ngoặc nhọn, ví dụ {{ ho_va_ten }}");
}

TEST_CASE("what is wrong with rows is told in their order, and no more than some", "[engine]") {
  RowFindings findings("ds.csv");
  for (std::size_t row = 300; row > 0; --row) {
    findings.add(row, {Severity::error, {"rows.none", {}}, {}, {}});
  }
  Diagnostics found;
  findings.hand_to(found);
  REQUIRE(found.findings().size() == 201);
  CHECK(shown({found.findings().front(), found.findings().back()}) ==
        "ds.csv\nlỗi: tệp không có dòng dữ liệu nào [rows.none]\n  → dữ liệu: ds.csv, dòng 101\n"
        "ds.csv\nlưu ý: còn 100 lỗi, cảnh báo khác ở các dòng, không liệt kê [render.more-rows]");
}

TEST_CASE("many warnings of rows hide no mistake", "[engine]") {
  RowFindings findings("ds.csv");
  for (std::size_t row = 1; row <= 300; ++row) {
    findings.add(row, {Severity::warning, {"template.word.dropped-character", {}}, {}, {}});
  }
  findings.add(301, {Severity::error, {"rows.none", {}}, {}, {}});
  Diagnostics found;
  findings.hand_to(found);
  CHECK(found.has_errors());
}
