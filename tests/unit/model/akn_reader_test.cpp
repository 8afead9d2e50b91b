#include "model/akn_reader.hpp"

#include "support/catch.hpp"
#include "support/caught.hpp"
#include "support/provisions.hpp"

using namespace quyche;
using namespace quyche::sample;

namespace {

// A regulation with this body and the metadata that must be there.
std::string document(const std::string& body, const std::string& metadata = {}) {
  return "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\" "
         "xmlns:q=\"urn:quyche:regulation:1\"><act><meta><proprietary>\n"
         "<q:regulation id=\"mau/quy-che\" version=\"1\">" +
         metadata + "</q:regulation>\n</proprietary></meta>\n<body>\n" + body +
         "\n</body></act></akomaNtoso>\n";
}

std::vector<Provision> body_of(const std::string& body) {
  return read_regulation(document(body), "mau.xml").body;
}

std::string refused(const std::string& bytes) {
  return caught([&] { static_cast<void>(read_regulation(bytes, "mau.xml")); });
}

}  // namespace

TEST_CASE("every kind of provision is read into the tree", "[model]") {
  const auto body = body_of(
      "<part wId=\"p\"><chapter wId=\"c\"><section wId=\"s\"><article wId=\"a\">"
      "<paragraph wId=\"k\"><list><point wId=\"d\"/></list></paragraph><alinea wId=\"t\"/>"
      "</article></section></chapter></part><hcontainer name=\"appendix\" wId=\"x\"/>");
  REQUIRE(body.size() == 2);
  CHECK(find(body, "p")->kind == ProvisionKind::part);
  CHECK(find(body, "c")->kind == ProvisionKind::chapter);
  CHECK(find(body, "s")->kind == ProvisionKind::section);
  CHECK(find(body, "a")->kind == ProvisionKind::article);
  CHECK(find(body, "k")->kind == ProvisionKind::clause);
  CHECK(find(body, "k")->children.front().id == "d");
  CHECK(find(body, "d")->kind == ProvisionKind::point);
  CHECK(find(body, "t")->kind == ProvisionKind::text);
  CHECK(find(body, "x")->kind == ProvisionKind::appendix);
}

TEST_CASE("running text keeps fields, terms and references in their places", "[model]") {
  const auto body = body_of(
      "<article wId=\"a\"><num>Điều 1.</num><heading>Phạm  vi</heading><content><p>\n"
      "  Ở <inline name=\"term\" q:term=\"village\" q:form=\"title\">Thôn</inline>\n"
      "  <placeholder q:field=\"village_name\" q:form=\"upper\">[Tên]</placeholder>, <b>theo</b> "
      "<ref q:target=\"b\" q:form=\"title\" href=\"#art_2\">Điều 2</ref>.\n</p></content></article>"
      "<article wId=\"b\"/>");
  CHECK(body[0].heading == Inlines{words("Phạm vi")});
  auto village = term("village", "title");
  village.shown = "Thôn";
  auto second = refer("b", "title");
  second.shown = "Điều 2";
  CHECK(body[0].text == Inlines{words("Ở "), village, words(" "), blank("village_name", "upper"),
                                words(", theo "), second, words(".")});
}

TEST_CASE("decomposed text is composed where it enters", "[model]") {
  const auto body = body_of(
      "<article wId=\"a\"><content><p>Tie\u0302\u0301ng Vie\u0323\u0302t</p>"
      "</content></article>");
  CHECK(body[0].text == Inlines{words("Tiếng Việt")});
}

TEST_CASE("what a level may do and who wrote it stand in attributes", "[model]") {
  const auto body = body_of(
      "<article wId=\"a\" q:mandatory=\"true\" q:when=\"leadership_model != separate\" "
      "q:origin=\"wrote province hung-yen/quy-che 2018.1; replaced district khoai_chau 1.0 sửa\"/>"
      "<article eId=\"art_2\" q:optional=\"true\" q:mandatory=\"false\"/>");
  CHECK(body[0].mandatory);
  CHECK_FALSE(body[0].optional);
  CHECK(body[0].when == Condition{"leadership_model", "separate", true});
  CHECK(body[0].origins ==
        std::vector<Origin>{{Origin::Act::wrote, Level::province, "hung-yen/quy-che", "2018.1"},
                            {Origin::Act::replaced, Level::district, "khoai_chau", "1.0 sửa"}});
  CHECK(body[1].id == "art_2");
  CHECK(body[1].optional);
  CHECK_FALSE(body[1].mandatory);
}

TEST_CASE("further paragraphs of one provision become paragraphs without number", "[model]") {
  const auto body =
      body_of("<article wId=\"a\"><content><p>Một.</p><p>Hai.</p><p>Ba.</p></content></article>");
  CHECK(body[0].text == Inlines{words("Một.")});
  REQUIRE(body[0].children.size() == 2);
  CHECK(body[0].children[0].id == "a.text_1");
  CHECK(body[0].children[0].kind == ProvisionKind::text);
  CHECK(body[0].children[1].id == "a.text_2");
  CHECK(body[0].children[1].text == Inlines{words("Ba.")});
}

TEST_CASE("a table is read cell by cell", "[model]") {
  const auto body = body_of(
      "<alinea wId=\"t\"><content><table><tr><th><p>Việc</p></th><th><p>Ngày</p></th></tr>"
      "<tr><td><p>Họp</p><p>giao ban</p></td><td><p><placeholder q:field=\"day\">[Ngày]"
      "</placeholder></p></td></tr></table></content></alinea>");
  CHECK(body[0].kind == ProvisionKind::table);
  CHECK(body[0].rows == std::vector<std::vector<Inlines>>{
                            {{words("Việc")}, {words("Ngày")}},
                            {{words("Họp"), words(" "), words("giao ban")}, {blank("day")}}});
}

TEST_CASE("a file that is no regulation is refused with its root", "[model]") {
  CHECK(refused("<html><body/></html>") ==
        "mau.xml › dòng 1\n"
        "lỗi: tệp có phần tử gốc <html>; cần một quy chế Akoma Ntoso có q:regulation trong siêu dữ "
        "liệu và có body [akn.not-a-regulation]\n"
        "  <html><body/></html>\n"
        "  ^~~~~~");
  CHECK(refused("<akomaNtoso><act><body/></act></akomaNtoso>") ==
        "mau.xml › dòng 1\n"
        "lỗi: tệp có phần tử gốc <akomaNtoso>; cần một quy chế Akoma Ntoso có q:regulation trong "
        "siêu dữ liệu và có body [akn.not-a-regulation]\n"
        "  <akomaNtoso><act><body/></act></akomaNtoso>\n"
        "  ^~~~~~~~~~~~");
}

TEST_CASE("all that is wrong in the body is said at once", "[model]") {
  CHECK(
      refused(document("<article wId=\"a\" q:when=\"khi nào cũng được\">\n"
                       "<paragraph/>\n"
                       "<rule wId=\"r\"/>\n"
                       "</article>\n"
                       "<clause wId=\"c\"/>\n"
                       "<article wId=\"b\" q:origin=\"wrote nobody x 1\"/>\n"
                       "<article wId=\"b\"/>")) ==
      "mau.xml › dòng 5\n"
      "lỗi: điều kiện «khi nào cũng được» không đọc được; cần dạng «trường = giá trị» hoặc «trường "
      "!= giá trị» [akn.bad-condition]\n"
      "  <article wId=\"a\" q:when=\"khi nào cũng được\">\n"
      "  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"
      "mau.xml › dòng 6\n"
      "lỗi: <paragraph> thiếu mã (wId hoặc id) [akn.missing-id]\n"
      "  <paragraph/>\n"
      "  ^~~~~~~~~~~~\n"
      "mau.xml › dòng 7\n"
      "lỗi: phần tử <rule> không thuộc cấu trúc của quy chế (phần, chương, mục, điều, khoản, điểm, "
      "đoạn, phụ lục) [akn.unknown-element]\n"
      "  <rule wId=\"r\"/>\n"
      "  ^~~~~~~~~~~~~~~\n"
      "mau.xml › dòng 9\n"
      "lỗi: phần tử <clause> không thuộc cấu trúc của quy chế (phần, chương, mục, điều, khoản, "
      "điểm, đoạn, phụ lục) [akn.unknown-element]\n"
      "  <clause wId=\"c\"/>\n"
      "  ^~~~~~~~~~~~~~~~~\n"
      "mau.xml › dòng 10\n"
      "lỗi: giá trị «wrote nobody x 1» của q:origin không nằm trong các giá trị được dùng "
      "[akn.bad-value]\n"
      "  <article wId=\"b\" q:origin=\"wrote nobody x 1\"/>\n"
      "  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"
      "mau.xml › dòng 11\n"
      "lỗi: mã «b» dùng cho nhiều điều khoản; mỗi mã chỉ được dùng một lần [akn.duplicate-id]\n"
      "  <article wId=\"b\"/>\n"
      "  ^~~~~~~~~~~~~~~~~~");
}

TEST_CASE("XML that is not well-formed is refused before anything is read", "[model]") {
  CHECK(refused(document("<article wId=\"a\">")) ==
        "mau.xml › dòng 6\n"
        "lỗi: tệp XML viết sai quy tắc ở dòng 6 [xml.not-well-formed]\n"
        "  </body></act></akomaNtoso>\n"
        "  ^~~~~~~  cần thẻ đóng </article>, lại gặp </body>");
}

TEST_CASE("a name is told from its prefix", "[model]") {
  const XmlDocument one("<a:paragraph/>", "x.xml", XmlSpace::data);
  CHECK(local_name(one.root()) == "paragraph");
  const XmlDocument two("<paragraph/>", "x.xml", XmlSpace::data);
  CHECK(local_name(two.root()) == "paragraph");
}
