#include "model/akn_metadata.hpp"
#include "support/catch.hpp"
#include "support/caught.hpp"
#include "support/marked.hpp"
#include "support/provisions.hpp"

using namespace quyche;
using namespace quyche::sample;
using namespace std::chrono_literals;

namespace {

struct Reading {
  Regulation regulation;
  std::string findings;
};

Reading read(const std::string& element) {
  const XmlDocument document(element, "mau.xml", XmlSpace::mixed);
  Reading made;
  Diagnostics found;
  read_metadata(document, document.root(), made.regulation, found);
  made.findings = shown(found.findings());
  return made;
}

// What is said of the only child of the metadata, which stands in line 2.
std::string said(const std::string& child) {
  return read("<q:regulation id=\"mau\" version=\"1\">\n" + child + "\n</q:regulation>").findings;
}

std::string finding(const std::string& message, const std::string& line,
                    const std::string& tag = {}) {
  return marked("mau.xml", 2, line, message, tag);
}

}  // namespace

TEST_CASE("the head of a regulation is read", "[model]") {
  const auto made = read(
      "<q:regulation id=\"hung-yen/quy-che\" version=\"2018.1\" date=\"2018-06-01\">\n"
      "  <q:author> Ban  soạn </q:author><q:notice>Văn bản\n  mẫu</q:notice>\n"
      "  <q:value name=\"province_name\">Hưng Yên</q:value>\n</q:regulation>");
  CHECK(made.findings.empty());
  CHECK(made.regulation.id == "hung-yen/quy-che");
  CHECK(made.regulation.version == "2018.1");
  CHECK(made.regulation.date == 2018y / 6 / 1);
  CHECK(made.regulation.author == "Ban soạn");
  CHECK(made.regulation.notice == "Văn bản mẫu");
  CHECK(made.regulation.values == Values{{"province_name", "Hưng Yên"}});
}

TEST_CASE("fields are read with all they declare", "[model]") {
  const auto made = read(
      "<q:regulation id=\"mau\" version=\"1\">"
      "<q:field name=\"pre_meeting_days\" label=\"Số ngày\" type=\"integer\" level=\"commune\" "
      "required=\"true\" hint=\"Ghi số ngày.\" pattern=\"^[1-9]  ?$\" default=\"3\"/>"
      "<q:field name=\"model\" label=\"Mô hình\" type=\"choice\" level=\"village\">"
      "<q:choice value=\"separate\">Hai người</q:choice><q:choice value=\"concurrent\">Một người"
      "</q:choice></q:field></q:regulation>");
  CHECK(made.findings.empty());
  REQUIRE(made.regulation.fields.size() == 2);
  Field days;
  days.name = "pre_meeting_days";
  days.label = "Số ngày";
  days.type = FieldType::integer;
  days.level = Level::commune;
  days.required = true;
  days.hint = "Ghi số ngày.";
  days.pattern = "^[1-9]  ?$";
  days.default_value = "3";
  CHECK(made.regulation.fields[0] == days);
  CHECK(made.regulation.fields[1].choices ==
        std::vector<Choice>{{"separate", "Hai người"}, {"concurrent", "Một người"}});
  CHECK_FALSE(made.regulation.fields[1].required);
}

TEST_CASE("terms are read with the conditions of their wordings", "[model]") {
  const auto made = read(
      "<q:regulation id=\"mau\" version=\"1\"><q:term name=\"village\">"
      "<q:wording when=\"commune_type = xã\">thôn</q:wording>"
      "<q:wording>khu phố {commune_name}</q:wording></q:term></q:regulation>");
  CHECK(made.findings.empty());
  REQUIRE(made.regulation.terms.size() == 1);
  CHECK(made.regulation.terms[0] ==
        Term{"village",
             {{{words("thôn")}, Condition{"commune_type", "xã", false}},
              {{words("khu phố "), blank("commune_name")}, std::nullopt}}});
}

TEST_CASE("a legal basis is read with its life", "[model]") {
  const auto made = read(
      "<q:regulation id=\"mau\" version=\"1\"><q:basis id=\"ordinance\" type=\"Pháp lệnh\" "
      "number=\"34/2007/PL-UBTVQH11\" date=\"2007-04-20\" issuer=\"Ủy ban Thường vụ Quốc hội\" "
      "from=\"2007-07-01\" to=\"2023-06-30\" replaced-by=\"law\" field=\"ref\" "
      "when=\"model = separate\">về thực hiện dân chủ</q:basis></q:regulation>");
  CHECK(made.findings.empty());
  REQUIRE(made.regulation.bases.size() == 1);
  Basis basis;
  basis.id = "ordinance";
  basis.type = "Pháp lệnh";
  basis.number = "34/2007/PL-UBTVQH11";
  basis.date = 2007y / 4 / 20;
  basis.issuer = "Ủy ban Thường vụ Quốc hội";
  basis.title = "về thực hiện dân chủ";
  basis.field = "ref";
  basis.validity = {2007y / 7 / 1, 2023y / 6 / 30};
  basis.replaced_by = "law";
  basis.when = Condition{"model", "separate", false};
  CHECK(made.regulation.bases[0] == basis);
}

TEST_CASE("the frame of the paper is read", "[model]") {
  const auto made = read(
      "<q:regulation id=\"mau\" version=\"1\"><q:frame family=\"party\" symbol=\"QC/CB\" "
      "number-field=\"number\" place-field=\"place\" date-field=\"issue_date\">"
      "<q:superior>Đảng bộ {commune_name}</q:superior><q:issuer>Chi bộ {#village}</q:issuer>"
      "<q:type-name>Quy chế</q:type-name><q:title when=\"model = separate\">phối hợp</q:title>"
      "<q:title>làm việc</q:title><q:sign-mode name=\"cell_only\"><q:signature "
      "on-behalf=\"T/M Chi bộ\" position=\"Bí thư\" name-field=\"secretary\"/></q:sign-mode>"
      "<q:recipient>Lưu Chi bộ</q:recipient></q:frame></q:regulation>");
  CHECK(made.findings.empty());
  Frame frame;
  frame.family = "party";
  frame.symbol = "QC/CB";
  frame.superior = {words("Đảng bộ "), blank("commune_name")};
  frame.issuer = {words("Chi bộ "), term("village")};
  frame.type_name = {words("Quy chế")};
  frame.titles = {{{words("phối hợp")}, Condition{"model", "separate", false}},
                  {{words("làm việc")}, std::nullopt}};
  frame.sign_modes = {
      {"cell_only", {{{words("T/M Chi bộ")}, {words("Bí thư")}, "secretary"}}, {}, {}, {}, {}}};
  frame.recipients = {{words("Lưu Chi bộ")}};
  CHECK(made.regulation.frame == frame);
}

TEST_CASE("a regulation without id is refused", "[model]") {
  CHECK(read("<q:regulation version=\"1\"/>").findings ==
        "mau.xml › dòng 1\n"
        "lỗi: <regulation> thiếu mã (wId hoặc id) [akn.missing-id]\n"
        "  <q:regulation version=\"1\"/>\n"
        "  ^~~~~~~~~~~~~~~~~~~~~~~~~~~");
}

TEST_CASE("a date that does not exist is refused", "[model]") {
  CHECK(read("<q:regulation id=\"mau\" version=\"1\" date=\"2018-02-30\"/>").findings ==
        "mau.xml › dòng 1\n"
        "lỗi: ngày «2018-02-30» của date không có thật hoặc sai dạng; cần dạng NĂM-THÁNG-NGÀY "
        "[akn.bad-date]\n"
        "  <q:regulation id=\"mau\" version=\"1\" date=\"2018-02-30\"/>\n"
        "  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~");
}

TEST_CASE("the name of a field must suit Word and tables", "[model]") {
  for (const std::string name :
       {"", "Ten", "ten-thon", "1thon", "_thon", "tên_thôn", "ten_thon_khu_pho_rat_la_dai_qua"}) {
    const auto line =
        "<q:field name=\"" + name + "\" label=\"Tên\" type=\"text\" level=\"village\"/>";
    CHECK(
        said(line) ==
        finding("tên trường «" + name +
                    "» không hợp lệ; cần chữ thường a–z, số, dấu gạch dưới, bắt đầu bằng chữ, tối "
                    "đa 30 ký tự [akn.field-name]",
                line));
  }
  CHECK(said("<q:field name=\"ten_thon_khu_pho_rat_la_dai_12\" label=\"Tên\" type=\"text\" "
             "level=\"village\"/>")
            .empty());
}

TEST_CASE("a field needs a label, a known type and a known level", "[model]") {
  const std::string line = "<q:field name=\"so_ho\" type=\"number\" level=\"thôn\"/>";
  CHECK(said(line) == finding("trường «so_ho» thiếu nhãn (label) [akn.field-label]", line) + "\n" +
                          finding("giá trị «number» của type không nằm trong các giá trị được dùng "
                                  "[akn.bad-value]",
                                  line) +
                          "\n" +
                          finding("giá trị «thôn» của level không nằm trong các giá trị được dùng "
                                  "[akn.bad-value]",
                                  line));
}

TEST_CASE("a term needs a name and a wording", "[model]") {
  const std::string nameless = "<q:term><q:wording>thôn</q:wording></q:term>";
  CHECK(said(nameless) ==
        finding("từ «» thiếu tên hoặc thiếu cách viết (wording) [akn.bad-term]", nameless));
  const std::string silent = "<q:term name=\"village\"/>";
  CHECK(said(silent) ==
        finding("từ «village» thiếu tên hoặc thiếu cách viết (wording) [akn.bad-term]", silent));
}

TEST_CASE("a condition that cannot be read is refused wherever it stands", "[model]") {
  const std::string message =
      "điều kiện «xã» không đọc được; cần dạng «trường = giá trị» hoặc «trường != giá trị» "
      "[akn.bad-condition]";
  const std::string basis = "<q:basis id=\"b\" type=\"Luật\" when=\"xã\"/>";
  CHECK(said(basis) == finding(message, basis));
  const std::string wording = "<q:term name=\"v\"><q:wording when=\"xã\">thôn</q:wording></q:term>";
  CHECK(said(wording) == finding(message, wording, "<q:wording"));
  const std::string title =
      "<q:frame family=\"party\"><q:title when=\"xã\">phối hợp</q:title></q:frame>";
  CHECK(said(title) == finding(message, title, "<q:title"));
}

TEST_CASE("a legal basis needs an id and days that exist", "[model]") {
  const std::string line = "<q:basis type=\"Luật\" date=\"11/10/2022\" from=\"2023-13-01\"/>";
  CHECK(said(line) ==
        finding("ngày «11/10/2022» của date không có thật hoặc sai dạng; cần dạng NĂM-THÁNG-NGÀY "
                "[akn.bad-date]",
                line) +
            "\n" +
            finding("ngày «2023-13-01» của from không có thật hoặc sai dạng; cần dạng "
                    "NĂM-THÁNG-NGÀY [akn.bad-date]",
                    line) +
            "\n" + finding("<basis> thiếu mã (wId hoặc id) [akn.missing-id]", line));
}
