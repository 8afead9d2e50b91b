#include "model/akn_writer.hpp"

#include "model/akn_reader.hpp"
#include "model/numbering.hpp"
#include "model/slot_text.hpp"
#include "support/catch.hpp"
#include "support/caught.hpp"
#include "support/model_regulation.hpp"
#include "support/provisions.hpp"

using namespace quyche;
using namespace quyche::sample;
using namespace std::chrono_literals;

namespace {

Field field(const std::string& name, const std::string& label, FieldType type = FieldType::text) {
  Field made;
  made.name = name;
  made.label = label;
  made.type = type;
  made.level = Level::village;
  return made;
}

Regulation numbered_flawlessly(Regulation made) {
  Diagnostics found;
  number_provisions(made, found);
  REQUIRE(found.findings().empty());
  return made;
}

Regulation small() {
  Regulation made;
  made.id = "mau/quy-che";
  made.version = "1.0";
  made.date = 2018y / 6 / 1;
  made.author = "Ban soạn \"A\" & B";
  made.fields = {field("village_name", "Tên thôn"), field("issue_date", "Ngày", FieldType::date),
                 field("secretary", "Bí thư", FieldType::person)};
  made.terms = {{"village",
                 {{{words("thôn")}, Condition{"commune_type", "xã", false}},
                  {{words("khu phố")}, std::nullopt}}}};
  made.frame.symbol = "QC/CB";
  made.frame.type_name = {words("Quy chế")};
  made.frame.titles = {{{words("làm việc của "), term("village")}, std::nullopt}};
  made.frame.sign_modes = {
      {"cell_only", {{{words("T/M Chi bộ")}, {words("Bí thư")}, "secretary"}}, {}, {}, {}, {}},
      {"co_signed", {{{}, {words("Trưởng thôn")}, "village_name"}}, {}, {}, {}, {}}};
  auto head = article("head", {saying(clause("k1", {saying(point("d1"), {words("a < b & c")})}),
                                      {words("Theo "), refer("next"), words(":")}),
                               when(clause("k2"), "model", "separate")});
  head.heading = {words("Ở "), term("village", "title"), words(" "),
                  blank("village_name", "upper")};
  head.mandatory = true;
  head.origins = {{Origin::Act::wrote, Level::province, "mau/quy-che", "1.0"},
                  {Origin::Act::replaced, Level::district, "khoai_chau", "2"}};
  auto next = article("next");
  next.optional = true;
  next.text = {words("Hết.")};
  made.body = {head, next};
  return numbered_flawlessly(made);
}

LocalRegulation local() {
  LocalRegulation made;
  made.text = small();
  made.jurisdiction.day = 2018y / 6 / 5;
  made.jurisdiction.province = {"33", "tỉnh", "Hưng Yên", {}, false, {}};
  made.jurisdiction.district = Unit{"330", "huyện", "Khoái Châu", {}, false, {}};
  made.jurisdiction.commune = Unit{"12229", "xã", "An Vĩ", {}, false, {}};
  made.district_id = "khoai_chau";
  made.district_version = "1.0.0";
  made.values = {{"village_name", "Đồng & Trung"}, {"issue_date", "2018-02-05"}};
  made.settled = {"issue_date"};
  made.sign_mode = "co_signed";
  return made;
}

std::string between(const std::string& text, const std::string& from, const std::string& to) {
  const auto start = text.find(from);
  const auto end = text.find(to, start);
  REQUIRE(start != std::string::npos);
  REQUIRE(end != std::string::npos);
  return text.substr(start, end - start);
}

}  // namespace

TEST_CASE("the model regulation is its own canonical form", "[model]") {
  const auto bytes = model_bytes();
  auto regulation = read_regulation(bytes, "coordination.akn.xml");
  Diagnostics found;
  number_provisions(regulation, found);
  CHECK(shown(found.findings()).empty());
  CHECK((write_regulation(regulation) == bytes));
}

TEST_CASE("the body is written in one shape", "[model]") {
  const auto bytes = write_regulation(small());
  CHECK(between(bytes, "    <body>", "    <conclusions>") ==
        R"(    <body>
      <article eId="art_1" wId="head" q:mandatory="true" q:origin="wrote province mau/quy-che 1.0; replaced district khoai_chau 2">
        <num>Điều 1.</num>
        <heading>Ở <inline name="term" q:term="village" q:form="title">Thôn</inline> <placeholder q:field="village_name" q:form="upper" originalText="[Tên thôn]">[Tên thôn]</placeholder></heading>
        <paragraph eId="art_1__para_1" wId="k1">
          <num>1.</num>
          <intro><p>Theo <ref href="#art_2" q:target="next">Điều 2</ref>:</p></intro>
          <point eId="art_1__para_1__point_a" wId="d1">
            <num>a)</num>
            <content><p>a &lt; b &amp; c</p></content>
          </point>
        </paragraph>
        <paragraph eId="art_1__para_2" wId="k2" q:when="model = separate">
          <num>2.</num>
          <content><p></p></content>
        </paragraph>
      </article>
      <article eId="art_2" wId="next" q:optional="true">
        <num>Điều 2.</num>
        <content><p>Hết.</p></content>
      </article>
    </body>
)");
}

TEST_CASE("two wordings of one number have an eId each", "[model]") {
  auto made = small();
  made.body = {article(
      "a",
      {when(clause("k1"), "model", "separate"), when(clause("k2"), "model", "separate", true),
       clause("k3"), provision(ProvisionKind::text, "t1"), provision(ProvisionKind::text, "t2")})};
  made.body.push_back(provision(ProvisionKind::appendix, "x"));
  const auto bytes = write_regulation(numbered_flawlessly(made));
  for (const char* start :
       {"eId=\"art_1__para_1\" wId=\"k1\"", "eId=\"art_1__para_1-2\" wId=\"k2\"",
        "eId=\"art_1__para_2\" wId=\"k3\"", "eId=\"art_1__alinea_1\" wId=\"t1\"",
        "eId=\"art_1__alinea_2\" wId=\"t2\"",
        "<hcontainer name=\"appendix\" eId=\"app_1\" wId=\"x\">"}) {
    CAPTURE(start);
    CHECK(bytes.find(start) != std::string::npos);
  }
}

TEST_CASE("a table is written with its head", "[model]") {
  auto made = small();
  auto table = provision(ProvisionKind::table, "t");
  table.rows = {{{words("Việc")}, {words("Ngày")}}, {{words("Họp")}, {blank("issue_date")}}};
  made.body = {table};
  CHECK(between(write_regulation(made), "    <body>", "    <conclusions>") ==
        R"(    <body>
      <alinea eId="alinea_1" wId="t">
        <content>
          <table>
            <tr><th><p>Việc</p></th><th><p>Ngày</p></th></tr>
            <tr><td><p>Họp</p></td><td><p><placeholder q:field="issue_date" originalText="[Ngày]">[Ngày]</placeholder></p></td></tr>
          </table>
        </content>
      </alinea>
    </body>
)");
}

TEST_CASE("what is written is read back the same", "[model]") {
  const auto made = small();
  const auto again = numbered_flawlessly(read_regulation(write_regulation(made), "again.xml"));
  CHECK(write_regulation(again) == write_regulation(made));
  CHECK(again.author == made.author);
  CHECK(again.fields == made.fields);
  CHECK(again.terms == made.terms);
  CHECK(again.frame == made.frame);
  CHECK(again.body.front().origins == made.body.front().origins);
  CHECK(again.body.front().children.front().children.front().text == Inlines{words("a < b & c")});
}

TEST_CASE("the work, its organ and its day identify the file", "[model]") {
  const auto bytes = write_regulation(small());
  CHECK(between(bytes, "        <FRBRExpression>", "        <FRBRManifestation>") ==
        R"(        <FRBRExpression>
          <FRBRthis value="/akn/vn/act/quy-che/mau-quy-che/1-0/vie@2018-06-01/!main"/>
          <FRBRuri value="/akn/vn/act/quy-che/mau-quy-che/1-0/vie@2018-06-01"/>
          <FRBRdate date="2018-06-01" name="ban-hanh"/>
          <FRBRauthor href="#author" as="#author-role"/>
          <FRBRlanguage language="vie"/>
        </FRBRExpression>
)");
  CHECK(bytes.find("showAs=\"Ban soạn &quot;A&quot; &amp; B\"") != std::string::npos);
}

TEST_CASE("a local regulation shows what is known and labels what is not", "[model]") {
  const auto bytes = write_local_regulation(local());
  CHECK(
      between(bytes, "        <q:locality", "      </proprietary>") ==
      R"(        <q:locality district="khoai_chau" version="1.0.0" date="2018-06-05" sign-mode="co_signed">
          <q:unit level="province" code="33" type="tỉnh" name="Hưng Yên"/>
          <q:unit level="district" code="330" type="huyện" name="Khoái Châu"/>
          <q:unit level="commune" code="12229" type="xã" name="An Vĩ"/>
        </q:locality>
)");
  CHECK(
      between(bytes, "      <p class=\"date\">", "      <longTitle>") ==
      "      <p class=\"date\"><placeholder q:field=\"place\" originalText=\"[place]\">[place]"
      "</placeholder>, <placeholder q:field=\"issue_date\" q:form=\"words\" originalText=\"[Ngày]\""
      ">ngày 05 tháng 02 năm 2018</placeholder></p>\n");
  CHECK(bytes.find(">ĐỒNG &amp; TRUNG</placeholder></heading>") != std::string::npos);
}

TEST_CASE("only the chosen way of signing stands in a local regulation", "[model]") {
  CHECK(between(write_local_regulation(local()), "    <conclusions>", "  </act>") ==
        R"(    <conclusions>
      <p q:sign-mode="co_signed">Trưởng thôn <signature><placeholder q:field="village_name" originalText="[Tên thôn]">Đồng &amp; Trung</placeholder></signature></p>
    </conclusions>
)");
}

TEST_CASE("with holes only settled values stand as text", "[model]") {
  const SlotText text(write_local_regulation(local(), OpenFields::holes));
  std::set<std::string> names;
  for (const auto& slot : text.slots()) names.insert(slot.name + "|" + slot.form);
  CHECK(names == std::set<std::string>{"!date|", "!slug|", "number|", "place|", "village_name|",
                                       "village_name|upper"});
  std::string filled;
  text.render(filled, [&](std::size_t i, std::string& out) {
    const auto& name = text.slots()[i].name;
    out += name == "!date" ? "2018-06-05" : name == "!slug" ? "trung" : "?";
  });
  CHECK(filled.find("/akn/vn/act/quy-che/12229/trung/vie@2018-06-05") != std::string::npos);
  CHECK(filled.find(">ngày 05 tháng 02 năm 2018</placeholder>") != std::string::npos);
}
