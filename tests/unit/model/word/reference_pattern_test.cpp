#include "model/word/reference_pattern.hpp"

#include "support/catch.hpp"

using namespace quyche::word;

namespace {

/// What was found: "điểm b khoản 2 Điều 7" → "b/2/7"; foreign ones in parentheses.
std::string found(const std::string& text) {
  std::string out;
  for (const auto& reference : find_references(text, "quy chế")) {
    std::string item = reference.point + "/" + std::to_string(reference.clause) + "/" +
                       reference.article + (reference.is_relative ? "this" : "");
    if (reference.chapter > 0) {
      item = std::to_string(reference.section) + " in chapter " + std::to_string(reference.chapter);
    }
    if (reference.appendix > 0) item = "appendix " + std::to_string(reference.appendix);
    if (reference.is_capitalised) item += " capital";
    out += (out.empty() ? "" : "; ") + (reference.is_foreign ? "(" + item + ")" : item);
  }
  return out;
}

}  // namespace

TEST_CASE("references are taken apart", "[model]") {
  CHECK(found("theo Điều 7 và khoản 2 Điều 8") == "/0/7; /2/8");
  CHECK(found("theo điểm đ khoản 2 Điều 7") == "đ/2/7");
  CHECK(found("điểm b, khoản 1, Điều này") == "b/1/this");
  CHECK(found("Khoản 2 Điều 7 quy định") == "/2/7 capital");
  CHECK(found("Mục 1 Chương II; Chương III; Phụ lục I") ==
        "1 in chapter 2; 0 in chapter 3; appendix 1");
  CHECK(found("Điều 5a của Quy chế này") == "/0/5a");
}

TEST_CASE("words that only look like references are left", "[model]") {
  CHECK(found("quan điểm a, khoản 5 triệu đồng, Điều lệ, Mục tiêu, Chương 2, phụ lục") == "");
  CHECK(found("Điều 5abc") == "");
  CHECK(found("khoản 2") == "");
}

TEST_CASE("references to other papers are told from our own", "[model]") {
  CHECK(found("theo Điều 9 Điều lệ Đảng") == "(/0/9)");
  CHECK(found("theo Điều 15 của Luật Thực hiện dân chủ") == "(/0/15)");
  CHECK(found("khoản 2, Điều 3, Quyết định số 2128/QĐ-UBND") == "(/2/3)");
  CHECK(found("Điều 9, Điều 10 và khoản 1 Điều 24 Điều lệ Đảng") == "(/0/9); (/0/10); (/1/24)");
  CHECK(found("Điều 5 của Quy chế này") == "/0/5");
  CHECK(found("Điều 5 Quy chế.") == "/0/5");
  CHECK(found("Điều 5 Quy chế dân chủ") == "(/0/5)");
  CHECK(found("theo Điều 5, chi bộ họp") == "/0/5");
}
