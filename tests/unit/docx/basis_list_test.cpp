#include "docx/basis_list.hpp"

#include "support/catch.hpp"

using namespace quyche;
using namespace std::chrono_literals;

TEST_CASE("a citation leaves out what a basis does not have", "[docx]") {
  const auto pattern = "{type}[ số {number}][, ngày {short_date}][ của {issuer}][ {title}]";
  Basis basis;
  basis.type = "Điều lệ";
  basis.title = "Đảng Cộng sản Việt Nam";
  CHECK(cite(basis, pattern) == "Điều lệ Đảng Cộng sản Việt Nam");
  basis = {};
  basis.type = "Nghị quyết";
  basis.number = "12-NQ/ĐU";
  basis.date = 2026y / 9 / 5;
  basis.issuer = "Đảng ủy phường";
  CHECK(cite(basis, pattern) == "Nghị quyết số 12-NQ/ĐU, ngày 05/9/2026 của Đảng ủy phường");
}

TEST_CASE("a state citation writes its date out", "[docx]") {
  Basis basis;
  basis.type = "Nghị định";
  basis.number = "30/2020/NĐ-CP";
  basis.date = 2020y / 3 / 5;
  basis.issuer = "Chính phủ";
  CHECK(cite(basis, "{type}[ số {number}][ {long_date}][ của {issuer}][ {title}]") ==
        "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ");
}
