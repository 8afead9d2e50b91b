#include "model/word/basis_pattern.hpp"

#include "base/date.hpp"
#include "support/catch.hpp"

using namespace quyche;
using namespace quyche::word;

namespace {

std::string parts(const std::string& line) {
  REQUIRE(is_basis(line));
  const auto basis = read_citation(citation_of({line, {}}).text);
  return basis.type + "|" + basis.number + "|" + (basis.date ? iso(*basis.date) : "") + "|" +
         basis.issuer + "|" + basis.title;
}

}  // namespace

TEST_CASE("a citation falls into type, number, date, organ and title", "[model]") {
  CHECK(
      parts("Căn cứ Quyết định số 2128/QĐ-UBND ngày 11 tháng 12 năm 2012 của Ủy ban nhân dân tỉnh "
            "Hưng Yên ban hành Quy chế tổ chức và hoạt động của thôn, tổ dân phố;") ==
      "Quyết định|2128/QĐ-UBND|2012-12-11|Ủy ban nhân dân tỉnh Hưng Yên|"
      "ban hành Quy chế tổ chức và hoạt động của thôn, tổ dân phố");
  CHECK(parts("- Căn cứ Kế hoạch số 88 – KH/TU, ngày 05/02/2018 của Ban Chấp hành Đảng bộ tỉnh.") ==
        "Kế hoạch|88-KH/TU|2018-02-05|Ban Chấp hành Đảng bộ tỉnh|");
  CHECK(parts("CĂN CỨ Đề án số: 04-ĐA/TU của Ban Thường vụ Tỉnh ủy về nâng cao chất lượng;") ==
        "Đề án|04-ĐA/TU||Ban Thường vụ Tỉnh ủy|về nâng cao chất lượng");
}

TEST_CASE("the name of a law before its number belongs to the type", "[model]") {
  CHECK(parts("Căn cứ Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15 ngày 10 tháng 11 năm 2022;") ==
        "Luật Thực hiện dân chủ ở cơ sở|10/2022/QH15|2022-11-10||");
  CHECK(parts("Căn cứ Luật sửa đổi một số điều của Luật Tổ chức chính quyền số 47/2019/QH14;") ==
        "Luật sửa đổi một số điều của Luật Tổ chức chính quyền|47/2019/QH14|||");
}

TEST_CASE("a basis without number keeps its type and title, an unknown one all its words",
          "[model]") {
  CHECK(parts("Căn cứ Điều lệ Đảng Cộng sản Việt Nam;") == "Điều lệ||||Đảng Cộng sản Việt Nam");
  CHECK(parts("Căn cứ tình hình thực tế của thôn;") == "||||tình hình thực tế của thôn");
  CHECK(parts("Căn cứ Quyết định số 12/QĐ-UBND ngày 31/02/2018 của Ủy ban nhân dân xã;") ==
        "||||Quyết định số 12/QĐ-UBND ngày 31/02/2018 của Ủy ban nhân dân xã");
  CHECK_FALSE(is_basis("Căn cước công dân"));
  CHECK_FALSE(is_basis("Theo đề nghị của Bí thư"));
}
