#include "model/basis_sentence.hpp"

#include "support/catch.hpp"

using namespace quyche;
using namespace std::chrono_literals;

namespace {

std::string one_text(const Basis& basis) {
  const auto line = basis_sentence(basis);
  REQUIRE(line.size() == 1);
  REQUIRE(line.front().kind == Inline::Kind::text);
  return line.front().value;
}

}  // namespace

TEST_CASE("a legal basis cites type, number, day, organ and title", "[model]") {
  Basis basis;
  basis.type = "Quyết định";
  basis.number = "2128/QĐ-UBND";
  basis.date = 2012y / 2 / 1;
  basis.issuer = "Ủy ban nhân dân tỉnh Hưng Yên";
  basis.title = "ban hành Quy chế tổ chức và hoạt động của thôn, tổ dân phố";
  CHECK(one_text(basis) ==
        "Căn cứ Quyết định số 2128/QĐ-UBND, ngày 01/02/2012 của Ủy ban nhân dân tỉnh Hưng Yên ban "
        "hành Quy chế tổ chức và hoạt động của thôn, tổ dân phố");
}

TEST_CASE("what a legal basis lacks leaves no gap", "[model]") {
  Basis statutes;
  statutes.type = "Điều lệ";
  statutes.title = "Đảng Cộng sản Việt Nam";
  CHECK(one_text(statutes) == "Căn cứ Điều lệ Đảng Cộng sản Việt Nam");
  Basis scheme;
  scheme.type = "Đề án";
  scheme.number = "04-ĐA/TU";
  scheme.issuer = "Ban Thường vụ Tỉnh ủy";
  CHECK(one_text(scheme) == "Căn cứ Đề án số 04-ĐA/TU của Ban Thường vụ Tỉnh ủy");
  Basis law;
  law.type = "Luật Thực hiện dân chủ ở cơ sở";
  law.number = "10/2022/QH15";
  law.date = 2022y / 11 / 10;
  CHECK(one_text(law) == "Căn cứ Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15, ngày 10/11/2022");
}

TEST_CASE("a legal basis held by a field gives the field", "[model]") {
  Basis basis;
  basis.field = "district_plan_ref";
  CHECK(basis_sentence(basis) == Inlines{{Inline::Kind::text, "Căn cứ ", {}, {}},
                                         {Inline::Kind::field, "district_plan_ref", {}, {}}});
}
