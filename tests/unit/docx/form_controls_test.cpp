#include "docx/form_controls.hpp"

#include "support/catch.hpp"

using namespace quyche;

namespace {

using Lines = std::vector<std::string>;

// What is found, in words; owns the tree.
class Found {
 public:
  explicit Found(const std::string& body) {
    REQUIRE(tree_.load_string(("<w:body>" + body + "</w:body>").c_str(),
                              pugi::parse_default | pugi::parse_ws_pcdata));
    findings_ = find_controls(tree_.document_element());
  }

  // "3 secretary: Trần Thị B (repeats) (placeholder)"
  [[nodiscard]] Lines blanks() const {
    Lines out;
    for (const auto& control : findings_.controls) {
      const auto& blank = control.blank;
      out.push_back(std::to_string(blank.paragraph) + " " + blank.field + ": " + blank.text +
                    (blank.repeats ? " (repeats)" : "") +
                    (blank.placeholder ? " (placeholder)" : ""));
    }
    return out;
  }
  // "model != separate: a to c, note a" by the ids of the paragraphs
  [[nodiscard]] Lines alternatives() const {
    const auto name = [](pugi::xml_node node) { return std::string(node.attribute("id").value()); };
    Lines out;
    for (const auto& each : findings_.alternatives) {
      out.push_back(each.condition.field + (each.condition.negated ? " != " : " = ") +
                    each.condition.value + ": " + name(each.first) + " to " + name(each.last) +
                    (each.note ? ", note " + name(each.note) : ""));
    }
    return out;
  }

 private:
  pugi::xml_document tree_;
  FormFindings findings_;
};

std::string run(const std::string& text) { return "<w:r><w:t>" + text + "</w:t></w:r>"; }
std::string paragraph(const std::string& inner, const std::string& id = {}) {
  return "<w:p id=\"" + id + "\"><w:pPr/>" + inner + "</w:p>";
}
std::string start(const std::string& name, int id = 1) {
  return "<w:bookmarkStart w:id=\"" + std::to_string(id) + "\" w:name=\"" + name + "\"/>";
}
std::string end(int id = 1) { return "<w:bookmarkEnd w:id=\"" + std::to_string(id) + "\"/>"; }
std::string control(const std::string& properties, const std::string& content) {
  return "<w:sdt><w:sdtPr>" + properties + "</w:sdtPr><w:sdtContent>" + content +
         "</w:sdtContent></w:sdt>";
}
std::string tag(const std::string& name) { return "<w:tag w:val=\"" + name + "\"/>"; }
std::string binding(const std::string& name) {
  return "<w:dataBinding w:prefixMappings=\"xmlns:f='urn:quyche:form:1'\" "
         "w:xpath=\"/f:form[1]/f:" +
         name + "[1]\" w:storeItemID=\"{0}\"/>";
}

std::string seen(const std::string& inner) {
  pugi::xml_document tree;
  REQUIRE(tree.load_string(("<w:sdtContent>" + inner + "</w:sdtContent>").c_str(),
                           pugi::parse_default | pugi::parse_ws_pcdata));
  return visible_text(tree.document_element());
}

}  // namespace

TEST_CASE("a blank is named by its bookmark, else its tag, else its binding", "[form]") {
  CHECK(Found(paragraph(start("qc_secretary") +
                        control(tag("other") + binding("third"), run("Trần Thị B")) + end()))
            .blanks() == Lines{"1 secretary: Trần Thị B"});
  CHECK(Found(paragraph(control(tag("other") + binding("third"), run("Trần Thị B")))).blanks() ==
        Lines{"1 other: Trần Thị B"});
  CHECK(Found(paragraph(control(binding("third"), run("Trần Thị B")))).blanks() ==
        Lines{"1 third: Trần Thị B"});
  CHECK(Found(paragraph(
                  control("<w:dataBinding w:xpath=\"/ns0:form[1]/ns0:list[2]/name\"/>", run("x"))))
            .blanks() == Lines{"1 name: x"});
}

TEST_CASE("a bookmark that starts inside its control names it", "[form]") {
  CHECK(Found(paragraph(control(tag("other"), start("qc_secretary") + run("Trần Thị B")) + end()))
            .blanks() == Lines{"1 secretary: Trần Thị B"});
}

TEST_CASE("a bookmark names the control in it and no later one", "[form]") {
  CHECK(Found(paragraph(start("qc_deleted") + run("gõ đè") + end() +
                        control(tag("secretary"), run("B"))))
            .blanks() == Lines{"1 secretary: B"});
  CHECK(Found(paragraph(start("qc_first") + control(tag("x"), run("A")) + end() +
                        control(tag("second"), run("B"))))
            .blanks() == Lines{"1 first: A", "1 second: B"});
  CHECK(Found(paragraph(start("Muc_luc", 4) + control(tag("secretary"), run("B")) + end(4)))
            .blanks() == Lines{"1 secretary: B"});
}

TEST_CASE("a numbered bookmark is a repetition, a name may end in a number", "[form]") {
  const auto blank = [](const std::string& name) {
    return Found(paragraph(start(name) + control("", run("x")) + end())).blanks();
  };
  CHECK(blank("qc_village_name_r2") == Lines{"1 village_name: x (repeats)"});
  CHECK(blank("qc_village_name_r12") == Lines{"1 village_name: x (repeats)"});
  CHECK(blank("qc_team_member_1") == Lines{"1 team_member_1: x"});
  CHECK(blank("qc_team_member_1_r3") == Lines{"1 team_member_1: x (repeats)"});
  CHECK(blank("qc_year2") == Lines{"1 year2: x"});
  CHECK(blank("qc_head_r") == Lines{"1 head_r: x"});
}

TEST_CASE("paragraphs are counted through tables, as a clerk counts them", "[form]") {
  CHECK(Found(paragraph(run("một")) + "<w:tbl><w:tr><w:tc>" + paragraph(run("hai")) +
              "</w:tc><w:tc>" + paragraph(control(tag("a"), run("x"))) + "</w:tc></w:tr></w:tbl>" +
              paragraph(control(tag("b"), run("y"))))
            .blanks() == Lines{"3 a: x", "4 b: y"});
}

TEST_CASE("a blank that says it shows its placeholder is marked so", "[form]") {
  CHECK(Found(paragraph(control(tag("a") + "<w:showingPlcHdr/>", run("[Họ và tên]")))).blanks() ==
        Lines{"1 a: [Họ và tên] (placeholder)"});
}

TEST_CASE("a blank without content is empty", "[form]") {
  CHECK(Found(paragraph(control(tag("a"), ""))).blanks() == Lines{"1 a: "});
  CHECK(Found(paragraph("<w:sdt><w:sdtPr>" + tag("a") + "</w:sdtPr></w:sdt>")).blanks() ==
        Lines{"1 a: "});
}

TEST_CASE("the text of a blank is composed and squeezed", "[form]") {
  CHECK(Found(paragraph(control(tag("a"), run("  Nguye\u0302\u0303n\u00A0 ") + run(" A "))))
            .blanks() == Lines{"1 a: Nguyễn A"});
}

TEST_CASE("controls inside a nameless one, or a table of contents, are found", "[form]") {
  const auto inner = paragraph(control(tag("a"), run("x")));
  CHECK(Found(control("<w:alias w:val=\"Khối\"/>", inner)).blanks() == Lines{"1 a: x"});
  CHECK(Found(control(tag("toc") + "<w:docPartObj/>", inner)).blanks() == Lines{"1 a: x"});
}

TEST_CASE("visible text has breaks as spaces and no deleted text", "[form]") {
  CHECK(seen(run("a") + "<w:r><w:t>b</w:t><w:tab/><w:t>c</w:t><w:br/><w:t>d</w:t><w:cr/></w:r>") ==
        "ab c d ");
  CHECK(seen("<w:r><w:t>QC</w:t><w:noBreakHyphen/><w:t>CB</w:t></w:r>") == "QC-CB");
  CHECK(seen("<w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins>" + run("mới") +
             "</w:ins><w:moveFrom>" + run("đi") + "</w:moveFrom>") == "mới");
  CHECK(seen(paragraph(run("một")) + paragraph(run("hai"))) == "một hai");
}

TEST_CASE("lines that LibreOffice fused are parted again", "[form]") {
  CHECK(seen("<w:r><w:t>số 1</w:t><w:t>ngày 2</w:t></w:r>") == "số 1 ngày 2");
  CHECK(seen("<w:r><w:t xml:space=\"preserve\">số 1 </w:t><w:t>ngày 2</w:t></w:r>") ==
        "số 1 ngày 2");
}

TEST_CASE("the name of an alternative tells its condition", "[form]") {
  CHECK(alternative_condition("qv_3_leadership_model_is_separate") ==
        Condition{"leadership_model", "separate", false});
  CHECK(alternative_condition("qv_12_has_committee_not_true") ==
        Condition{"has_committee", "true", true});
  CHECK(alternative_condition("qv_1_kind_not_what_is_usual") ==
        Condition{"kind", "what_is_usual", true});
  CHECK(alternative_condition("qv_1_kind_is_not_a_few") == Condition{"kind", "not_a_few", false});
  for (const char* other : {"qc_3_model_is_separate", "qv_", "qv_3", "qv_3_model", "_GoBack"}) {
    CHECK_FALSE(alternative_condition(other));
  }
}

TEST_CASE("an alternative reaches from its note to its last paragraph", "[form]") {
  CHECK(Found(paragraph(run("trước"), "a") +
              paragraph(start("qv_1_model_is_separate", 7) + run("[Giữ đoạn này nếu …]"), "b") +
              paragraph(run("một"), "c") + paragraph(run("hai") + end(7), "d") +
              paragraph(run("sau"), "e"))
            .alternatives() == Lines{"model = separate: b to d, note b"});
}

TEST_CASE("without note an alternative is one that somebody kept", "[form]") {
  CHECK(Found(paragraph(start("qv_1_model_not_separate", 7) + run("một") + end(7), "c"))
            .alternatives() == Lines{"model != separate: c to c"});
  CHECK(Found(paragraph(start("qv_1_model_is_separate", 7) + run("[chỉ một đoạn]") + end(7), "c"))
            .alternatives() == Lines{"model = separate: c to c"});
}

TEST_CASE("marks between paragraphs hold an alternative too", "[form]") {
  CHECK(Found(paragraph(start("qv_1_model_is_separate", 7) + run("[Giữ …]"), "b") +
              paragraph(run("một"), "c") + end(7) + paragraph(run("sau"), "d"))
            .alternatives()
            .size() == 1);
}

TEST_CASE("alternatives stand side by side and one inside another", "[form]") {
  CHECK(Found(paragraph(start("qv_1_model_is_separate", 1) + run("[A]"), "a") +
              paragraph(start("qv_2_size_is_large", 2) + run("[B]"), "b") +
              paragraph(run("trong") + end(2), "c") + paragraph(run("ngoài") + end(1), "d") +
              paragraph(start("qv_3_model_not_separate", 3) + run("[C]"), "e") +
              paragraph(run("khác") + end(3), "f"))
            .alternatives() == Lines{"size = large: b to c, note b",
                                     "model = separate: a to d, note a",
                                     "model != separate: e to f, note e"});
}

TEST_CASE("an alternative that lost one of its marks is none", "[form]") {
  CHECK(Found(paragraph(start("qv_1_model_is_separate", 1) + run("[A]"), "a"))
            .alternatives()
            .empty());
  CHECK(Found(paragraph(run("x") + end(1), "a")).alternatives().empty());
}

TEST_CASE("blanks inside an alternative are blanks", "[form]") {
  CHECK(Found(paragraph(start("qv_1_model_is_separate", 7) + run("[Giữ …]")) +
              paragraph(start("qc_secretary", 8) + control("", run("B")) + end(8) + end(7)))
            .blanks() == Lines{"2 secretary: B"});
}
