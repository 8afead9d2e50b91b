#include "model/word_import.hpp"
#include "support/catch.hpp"
#include "support/regulation_outline.hpp"
#include "support/word_document.hpp"

using namespace quyche;
using namespace quyche::sample;

namespace {

Regulation import(const std::string& body, std::string* findings = nullptr) {
  Diagnostics found;
  auto regulation = import_word(word_document(bold_line("Điều 1. Việc") + body), "a.docx", found);
  if (findings != nullptr) *findings = outline(found.findings());
  return regulation;
}

/// The fields the text asks for, without number and date of issue.
std::string fields(const Regulation& regulation) {
  static constexpr const char* k_types[] = {"text",    "person", "date",    "integer",
                                            "boolean", "choice", "citation"};
  std::string out;
  for (const auto& field : regulation.fields) {
    if (field.level == Level::document) continue;
    out += field.name + " '" + field.label + "' " + k_types[static_cast<int>(field.type)];
    for (const auto& choice : field.choices) out += " " + choice.value + "=" + choice.label;
    out += "\n";
  }
  for (const auto& [name, value] : regulation.values) out += name + " is " + value + "\n";
  return out;
}

}  // namespace

TEST_CASE("typed blanks become fields", "[model]") {
  std::string findings;
  const auto regulation = import(
      line("Đồng chí …………… ở thôn [Tên thôn], số ……, số ....... họp tại [TÊN THÔN] vào ngày … "
           "tháng … năm …; {{ deputy }} và {{ Sai Tên }}."),
      &findings);
  CHECK(outline(regulation.body) ==
        "article 1 #article_1 [Việc] Đồng chí {dong_chi} ở thôn {ten_thon}, số {so}, số {so_2} họp "
        "tại "
        "{ten_thon:upper} vào {ngay:words}; {deputy} và {{ Sai Tên }}.\n");
  CHECK(fields(regulation) ==
        "dong_chi 'Đồng chí' text\n"
        "ten_thon 'Tên thôn' text\n"
        "so 'Số' text\n"
        "so_2 'Số' text\n"
        "ngay 'Ngày' date\n"
        "deputy 'deputy' text\n");
  CHECK(
      findings ==
      "warning 2: «Sai Tên» không dùng làm tên trường được; đã giữ nguyên văn → tên trường gồm chữ "
      "thường a–z, số và dấu gạch dưới, bắt đầu bằng chữ, tối đa 30 ký tự\n");
}

TEST_CASE("content controls become fields of their kind", "[model]") {
  const auto regulation = import(paragraph(
      run("Thôn ") +
      bookmark(1, "qc_village_name",
               control("<w:alias w:val=\"Tên thôn\"/><w:tag w:val=\"village_name\"/><w:text/>",
                       "[Tên thôn]")) +
      run(", ") +
      bookmark(2, "qc_village_name_r2",
               control("<w:tag w:val=\"village_name\"/><w:text/>", "[TÊN THÔN]")) +
      run(", họp ") +
      control("<w:alias w:val=\"Ngày họp\"/><w:tag w:val=\"meeting_day\"/><w:date><w:dateFormat "
              "w:val=\"'ngày' dd 'tháng' MM 'năm' yyyy\"/></w:date>",
              "ngày 05 tháng 6 năm 2018") +
      run(", ") +
      control(
          "<w:tag w:val=\"cycle\"/><w:dropDownList><w:listItem w:displayText=\"Chọn\" "
          "w:value=\"\"/><w:listItem w:displayText=\"hằng tuần\" w:value=\"weekly\"/><w:listItem "
          "w:displayText=\"hằng tháng\" w:value=\"monthly\"/></w:dropDownList>",
          "hằng tháng") +
      run(", ") + control("<w:tag w:val=\"agreed\"/><w14:checkbox/>", "\xE2\x98\x92") + run(", ") +
      control("<w:dataBinding w:xpath=\"/f:form[1]/f:head_count[1]\"/><w:text/>", "25") +
      run(".")));
  CHECK(outline(regulation.body) ==
        "article 1 #article_1 [Việc] Thôn {village_name}, {village_name:upper}, họp "
        "{meeting_day:words}, {cycle}, {agreed}, {head_count}.\n");
  CHECK(fields(regulation) ==
        "village_name 'Tên thôn' text\n"
        "meeting_day 'Ngày họp' date\n"
        "cycle 'cycle' choice weekly=hằng tuần monthly=hằng tháng\n"
        "agreed 'agreed' boolean\n"
        "head_count 'head_count' text\n"
        "agreed is true\n"
        "cycle is monthly\n"
        "head_count is 25\n"
        "meeting_day is 2018-06-05\n");
}

TEST_CASE("the bookmark of a control may begin inside it", "[model]") {
  const auto regulation = import(
      paragraph(run("Thôn ") +
                "<w:sdt><w:sdtPr><w:alias w:val=\"Tên thôn\"/><w:text/></w:sdtPr><w:sdtContent>"
                "<w:bookmarkStart w:id=\"0\" w:name=\"qc_village_name\"/>" +
                run("Mẫu") + "</w:sdtContent></w:sdt><w:bookmarkEnd w:id=\"0\"/>" + run(" họp.")));
  CHECK(outline(regulation.body) == "article 1 #article_1 [Việc] Thôn {village_name} họp.\n");
  CHECK(fields(regulation) == "village_name 'Tên thôn' text\nvillage_name is Mẫu\n");
}

TEST_CASE("a control around a paragraph is a field, one without any name is text", "[model]") {
  const auto regulation =
      import("<w:sdt><w:sdtPr><w:tag w:val=\"reason\"/><w:text/></w:sdtPr><w:sdtContent>" +
             line("[Lý do]") + "</w:sdtContent></w:sdt>" +
             paragraph(run("1. ") + control("<w:text/>", "Họp.")) +
             paragraph(run("2. Gửi ") + control("<w:showingPlcHdr/><w:text/>", "Bấm vào đây")));
  CHECK(outline(regulation.body) ==
        "article 1 #article_1 [Việc] {reason}\n"
        "  clause 1 #article_1.clause_1 Họp.\n"
        "  clause 2 #article_1.clause_2 Gửi {gui}\n");
}

TEST_CASE("wordings of an alternative get their condition, the note to the clerk is dropped",
          "[model]") {
  const auto note = paragraph("<w:bookmarkStart w:id=\"7\" w:name=\"qv_1_model_is_separate\"/>" +
                                  run("[Giữ đoạn dưới đây nếu …]"),
                              "<w:pStyle w:val=\"QcClerkNote\"/>");
  const auto other = paragraph("<w:bookmarkStart w:id=\"8\" w:name=\"qv_2_model_not_separate\"/>" +
                                   run("[Giữ đoạn dưới đây nếu …]"),
                               "<w:pStyle w:val=\"QcClerkNote\"/>");
  std::string findings;
  const auto regulation =
      import(line("1. Chung.") + note + line("2. Hai người:") +
                 paragraph(run("a) mỗi người một việc.") + "<w:bookmarkEnd w:id=\"7\"/>") + other +
                 paragraph(run("2. Một người.") + "<w:bookmarkEnd w:id=\"8\"/>") + line("3. Cuối."),
             &findings);
  CHECK(outline(regulation.body) ==
        "article 1 #article_1 [Việc]\n"
        "  clause 1 #article_1.clause_1 Chung.\n"
        "  clause 2 #article_1.clause_2 when model = separate Hai người:\n"
        "    point a #article_1.clause_2.point_a mỗi người một việc.\n"
        "  clause 2 #article_1.clause_2_2 when model != separate Một người.\n"
        "  clause 3 #article_1.clause_3 Cuối.\n");
  CHECK(findings == "");
  CHECK(fields(regulation) == "model 'model' text\n");
}

TEST_CASE("a bookmark started twice and ended once, and one never ended, do no harm", "[model]") {
  const auto regulation = import(
      paragraph("<w:bookmarkStart w:id=\"1\" w:name=\"qv_1_model_is_separate\"/>" +
                run("1. Một.")) +
      paragraph("<w:bookmarkStart w:id=\"2\" w:name=\"qv_1_model_is_separate\"/>" + run("2. Hai.") +
                "<w:bookmarkEnd w:id=\"2\"/>") +
      paragraph("<w:bookmarkStart w:id=\"3\" w:name=\"qv_2_model_is_other\"/>" + run("3. Ba.")));
  CHECK(outline(regulation.body) ==
        "article 1 #article_1 [Việc]\n"
        "  clause 1 #article_1.clause_1 when model = separate Một.\n"
        "  clause 2 #article_1.clause_2 when model = separate Hai.\n"
        "  clause 3 #article_1.clause_3 Ba.\n");
}

TEST_CASE("bookmarks of provisions give back their ids and their place", "[model]") {
  Diagnostics found;
  const auto regulation = import_word(
      word_document("<w:bookmarkStart w:id=\"1\" w:name=\"qp_scope\"/>" +
                    bold_line("Điều 1. Việc") +
                    "<w:bookmarkStart w:id=\"2\" w:name=\"qp_scope__first\"/>" + line("1. Một.") +
                    "<w:bookmarkEnd w:id=\"2\"/>" +
                    paragraph(bookmark(3, "qp_scope__note", run("Lời chung của điều."))) +
                    "<w:bookmarkEnd w:id=\"1\"/>" + bold_line("Điều 2. Khác")),
      "a.docx", found);
  CHECK(outline(regulation.body) ==
        "article 1 #scope [Việc]\n"
        "  clause 1 #scope.first Một.\n"
        "  text #scope.note Lời chung của điều.\n"
        "article 2 #article_2 [Khác]\n");
}
