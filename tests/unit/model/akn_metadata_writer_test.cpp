#include "model/akn_metadata.hpp"
#include "support/catch.hpp"
#include "support/provisions.hpp"

using namespace quyche;
using namespace quyche::sample;
using namespace std::chrono_literals;

namespace {

std::string written(const Regulation& regulation) {
  std::string out;
  write_metadata(out, regulation, 2);
  return out;
}

Field choice() {
  Field made;
  made.name = "model";
  made.label = "Mô hình \"A\"";
  made.type = FieldType::choice;
  made.level = Level::commune;
  made.required = true;
  made.hint = "Chọn <một>.";
  made.pattern = "^[a-z]+$";
  made.default_value = "{commune_type} & khác";
  made.choices = {{"separate", "Hai người"}, {"concurrent", "Một & một"}};
  return made;
}

Basis basis() {
  Basis made;
  made.id = "ordinance";
  made.type = "Pháp lệnh";
  made.number = "34/2007";
  made.date = 2007y / 4 / 20;
  made.issuer = "Quốc hội";
  made.title = "về dân chủ";
  made.field = "ref";
  made.validity = {2007y / 7 / 1, 2023y / 6 / 30};
  made.replaced_by = "law";
  made.when = Condition{"model", "separate", true};
  return made;
}

Regulation full() {
  Regulation made;
  made.id = "mau";
  made.version = "1";
  made.date = 2018y / 6 / 1;
  made.author = "Ban soạn";
  made.notice = "Mẫu";
  made.values = {{"b", "2"}, {"a", "1 < 2"}};
  made.fields = {choice()};
  made.terms = {{"village",
                 {{{words("thôn")}, Condition{"commune_type", "xã", false}},
                  {{words("khu phố "), blank("name", "upper")}, std::nullopt}}}};
  Basis bare;
  bare.id = "statutes";
  made.bases = {basis(), bare};
  made.frame.symbol = "QC/CB";
  made.frame.superior = {words("Đảng bộ "), blank("commune_name")};
  made.frame.issuer = {words("Chi bộ "), term("village")};
  made.frame.type_name = {words("Quy chế")};
  made.frame.titles = {{{words("phối hợp")}, Condition{"model", "separate", false}}};
  made.frame.sign_modes = {
      {"cell_only", {{{words("T/M")}, {words("Bí thư")}, "secretary"}}, {}, {}, {}, {}}};
  made.frame.recipients = {{words("Lưu")}};
  return made;
}

}  // namespace

TEST_CASE("metadata is written in one order, in one shape", "[model]") {
  CHECK(written(full()) == R"(  <q:regulation id="mau" version="1" date="2018-06-01">
    <q:author>Ban soạn</q:author>
    <q:notice>Mẫu</q:notice>
    <q:value name="a">1 &lt; 2</q:value>
    <q:value name="b">2</q:value>
    <q:field name="model" label="Mô hình &quot;A&quot;" type="choice" level="commune" required="true" hint="Chọn &lt;một&gt;." pattern="^[a-z]+$" default="{commune_type} &amp; khác">
      <q:choice value="separate">Hai người</q:choice>
      <q:choice value="concurrent">Một &amp; một</q:choice>
    </q:field>
    <q:term name="village">
      <q:wording when="commune_type = xã">thôn</q:wording>
      <q:wording>khu phố {name:upper}</q:wording>
    </q:term>
    <q:basis id="ordinance" type="Pháp lệnh" number="34/2007" date="2007-04-20" issuer="Quốc hội" from="2007-07-01" to="2023-06-30" replaced-by="law" field="ref" when="model != separate">về dân chủ</q:basis>
    <q:basis id="statutes"/>
    <q:frame family="party" symbol="QC/CB" number-field="number" place-field="place" date-field="issue_date">
      <q:superior>Đảng bộ {commune_name}</q:superior>
      <q:issuer>Chi bộ {#village}</q:issuer>
      <q:type-name>Quy chế</q:type-name>
      <q:title when="model = separate">phối hợp</q:title>
      <q:sign-mode name="cell_only">
        <q:signature on-behalf="T/M" position="Bí thư" name-field="secretary"/>
      </q:sign-mode>
      <q:recipient>Lưu</q:recipient>
    </q:frame>
  </q:regulation>
)");
}

TEST_CASE("metadata is read back as it was", "[model]") {
  const auto made = full();
  const XmlDocument document(written(made), "mau.xml", XmlSpace::mixed);
  Regulation again;
  Diagnostics found;
  read_metadata(document, document.root(), again, found);
  CHECK(found.findings().empty());
  CHECK(again == made);
}

TEST_CASE("metadata with nothing in it is short", "[model]") {
  Regulation made;
  made.id = "mau";
  CHECK(written(made) == R"(  <q:regulation id="mau">
    <q:author/>
    <q:notice/>
    <q:frame family="party" number-field="number" place-field="place" date-field="issue_date">
    </q:frame>
  </q:regulation>
)");
}
