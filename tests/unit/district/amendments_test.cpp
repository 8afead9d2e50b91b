#include "district/amendments.hpp"

#include "support/catch.hpp"
#include "support/caught.hpp"
#include "support/marked.hpp"
#include "support/provisions.hpp"

using namespace quyche;
using namespace quyche::sample;

namespace {

const std::string k_open =
    "<amendments xmlns:a=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\" "
    "xmlns:q=\"urn:quyche:regulation:1\" model=\"mau/quy-che\">\n";

Amendments read(const std::string& list) {
  MemoryFiles files;
  files.write("amendments.xml", k_open + list + "\n</amendments>");
  return read_amendments(files, "amendments.xml");
}

std::string said(const std::string& list) {
  return caught([&] { static_cast<void>(read(list)); });
}

std::string finding(int line, const std::string& text, const std::string& message,
                    const std::string& tag = {}) {
  return marked("amendments.xml", line, text, message, tag);
}

}  // namespace

TEST_CASE("every act is read with its target, text and condition", "[district]") {
  const auto made = read(
      "<replace target=\"k1\" when=\"commune_type = xã\"><a:paragraph wId=\"k1\"><a:content><a:p>Ở "
      "<a:inline name=\"term\" q:term=\"village\">thôn</a:inline></a:p></a:content></a:paragraph>"
      "</replace>\n"
      "<insert-before target=\"k1\"><a:paragraph wId=\"n1\"/></insert-before>\n"
      "<insert-after target=\"k1\"><a:paragraph wId=\"n2\"/><a:paragraph "
      "wId=\"n3\"/></insert-after>"
      "\n<append target=\"a1\"><a:paragraph wId=\"n4\"/></append>\n"
      "<remove target=\"k2\"/>\n"
      "<basis id=\"b1\" type=\"Luật\">về dân chủ</basis>");
  CHECK(made.model == "mau/quy-che");
  REQUIRE(made.list.size() == 5);
  CHECK(made.list[0].act == Amendment::Act::replace);
  CHECK(made.list[0].target == "k1");
  CHECK(made.list[0].when == Condition{"commune_type", "xã", false});
  REQUIRE(made.list[0].provisions.size() == 1);
  CHECK(made.list[0].provisions[0].kind == ProvisionKind::clause);
  CHECK(shown_words(made.list[0].provisions[0].text) == "Ở thôn");
  CHECK(made.list[0].place.file == "amendments.xml");
  CHECK(made.list[1].act == Amendment::Act::insert_before);
  CHECK(made.list[2].act == Amendment::Act::insert_after);
  CHECK(made.list[2].provisions.size() == 2);
  CHECK(made.list[3].act == Amendment::Act::append);
  CHECK(made.list[4].act == Amendment::Act::remove);
  CHECK_FALSE(made.list[4].when);
  REQUIRE(made.bases.size() == 1);
  CHECK(made.bases[0].title == "về dân chủ");
}

TEST_CASE("what is no amendment is named, all at once", "[district]") {
  const std::string unknown = "<delete target=\"k1\"/>";
  const std::string aimless = "<remove/>";
  const std::string empty = "<append target=\"a1\"/>";
  const std::string full = "<remove target=\"k1\"><a:paragraph wId=\"n1\"/></remove>";
  CHECK(said(unknown + "\n" + aimless + "\n" + empty + "\n" + full) ==
        finding(2, unknown,
                "<delete> không phải cách sửa đổi được dùng; cần replace, reword, insert-before, "
                "insert-after, append, remove hoặc basis [amendment.unknown-act]") +
            "\n" +
            finding(3, aimless,
                    "sửa đổi thiếu target (mã điều khoản cần sửa) [amendment.no-target]") +
            "\n" +
            finding(4, empty,
                    "<append>: phải có nội dung mới, riêng remove thì không được có "
                    "[amendment.empty]") +
            "\n" +
            finding(5, full,
                    "<remove>: phải có nội dung mới, riêng remove thì không được có "
                    "[amendment.empty]"));
}

TEST_CASE("a condition that cannot be read is refused", "[district]") {
  const std::string line = "<remove target=\"k1\" when=\"so_ho >= 300\"/>";
  CHECK(said(line) ==
        finding(2, line,
                "điều kiện «so_ho >= 300» không đọc được; cần dạng «trường = giá trị» hoặc «trường "
                "!= giá trị» [akn.bad-condition]"));
}

TEST_CASE("new text is checked like a regulation", "[district]") {
  const std::string line = "<append target=\"a1\"><a:clause wId=\"n1\"/></append>";
  CHECK(
      said(line) ==
      finding(2, line,
              "phần tử <clause> không thuộc cấu trúc của quy chế (phần, chương, mục, điều, khoản, "
              "điểm, đoạn, phụ lục) [akn.unknown-element]",
              "<a:clause"));
}

TEST_CASE("a file of amendments that is not there is said", "[district]") {
  const MemoryFiles files;
  CHECK(caught([&] { static_cast<void>(read_amendments(files, "amendments.xml")); }) ==
        "amendments.xml\nlỗi: không tìm thấy «amendments.xml» [file.not-found]\n"
        "  → kiểm tra đường dẫn và tên tệp");
}
