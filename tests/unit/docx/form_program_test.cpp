#include "docx/form_program.hpp"

#include "base/xml.hpp"
#include "support/catch.hpp"

using namespace quyche;

namespace {

Field field(const std::string& name, FieldType type, const std::string& label = "Họ và tên") {
  Field made;
  made.name = name;
  made.label = label;
  made.type = type;
  made.choices = {{"weekly", "hằng tuần"}};
  return made;
}

const std::vector<Field>& fields() {
  static const std::vector<Field> declared{field("secretary", FieldType::person),
                                           field("issue_date", FieldType::date, "Ngày"),
                                           field("cycle", FieldType::choice, "Kỳ")};
  return declared;
}

// The body with `values` in its blanks; those named in `cleared` show nothing without a value.
std::string filled(const std::string& body, const Values& values, const std::string& cleared = {}) {
  const XmlDocument tree("<w:body>" + body + "</w:body>", "form.xml", XmlSpace::mixed);
  const FormProgram program(tree.root(), find_controls(tree.root()));
  const auto filling = [&](const std::string& name) {
    BlankFilling made;
    if (const auto value = values.find(name); value != values.end()) made.value = &value->second;
    for (const auto& each : fields()) {
      if (each.name == name) made.field = &each;
    }
    made.clear = name == cleared;
    return made;
  };
  std::string out;
  program.run(values, filling, out);
  const std::string open = "<w:body>";
  const std::string close = "</w:body>";
  REQUIRE(out.starts_with(open));
  REQUIRE(out.ends_with(close));
  return out.substr(open.size(), out.size() - open.size() - close.size());
}

std::string control(const std::string& properties, const std::string& content) {
  return "<w:sdt><w:sdtPr>" + properties + "</w:sdtPr><w:sdtContent>" + content +
         "</w:sdtContent></w:sdt>";
}
std::string run(const std::string& text, const std::string& properties = {}) {
  return "<w:r>" + (properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>") +
         "<w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}
const std::string k_tag = "<w:tag w:val=\"secretary\"/>";
const std::string k_grey = "<w:rStyle w:val=\"PlaceholderText\"/>";
const std::string k_empty =
    control(k_tag + "<w:showingPlcHdr/><w:text/>", run("[Họ và tên]", k_grey));

std::string paragraph(const std::string& inner) { return "<w:p>" + inner + "</w:p>"; }
std::string start(const std::string& name, int id) {
  return "<w:bookmarkStart w:id=\"" + std::to_string(id) + "\" w:name=\"" + name + "\"/>";
}
std::string end(int id) { return "<w:bookmarkEnd w:id=\"" + std::to_string(id) + "\"/>"; }

// Two wordings, each with its note; the first one has two paragraphs.
std::string alternatives() {
  return paragraph(run("trước")) + paragraph(start("qv_1_model_is_separate", 1) + run("[Giữ A]")) +
         "<w:p><w:pPr><w:b/></w:pPr>" + run("A1") + "</w:p>" + paragraph(run("A2") + end(1)) +
         paragraph(start("qv_2_model_not_separate", 2) + run("[Giữ B]")) +
         paragraph(run("B") + end(2)) + paragraph(run("sau"));
}

}  // namespace

TEST_CASE("what is no blank stays byte for byte", "[form]") {
  const std::string body =
      "<w:p w:rsidR=\"00A1\"><w:pPr><w:jc w:val=\"both\"/></w:pPr><w:r>"
      "<w:t xml:space=\"preserve\"> a &lt; b &amp; c </w:t></w:r></w:p><w:sectPr/>";
  CHECK(filled(body, {{"secretary", "Trần Thị B"}}) == body);
}

TEST_CASE("a value takes the place of the placeholder", "[form]") {
  CHECK(filled(paragraph(k_empty), {{"secretary", "Trần Thị B"}}) ==
        paragraph(control(k_tag + "<w:text/>", run("Trần Thị B"))));
}

TEST_CASE("a value takes the place of an older one and keeps its look", "[form]") {
  const auto bold = "<w:b/>" + std::string("<w:sz w:val=\"28\"/>");
  CHECK(filled(paragraph(control(k_tag, run("Nguyễn ", bold) + run("Văn A"))),
               {{"secretary", "Trần Thị B"}}) ==
        paragraph(control(k_tag, run("Trần Thị B", bold))));
}

TEST_CASE("the look that a control asks for wins, without the grey of the placeholder", "[form]") {
  const auto asked = "<w:rPr><w:caps/>" + k_grey + "</w:rPr>";
  CHECK(filled(paragraph(control(asked + k_tag, run("[Họ và tên]", k_grey))),
               {{"secretary", "Trần Thị B"}}) ==
        paragraph(control(asked + k_tag, run("Trần Thị B", "<w:caps/>"))));
}

TEST_CASE("marks that stand in a control stay when it is filled", "[form]") {
  const auto begun_inside = [](const std::string& text) {
    return paragraph(control("", start("qc_secretary", 1) + run(text)) + end(1));
  };
  CHECK(filled(begun_inside("x"), {{"secretary", "Trần Thị B"}}) == begun_inside("Trần Thị B"));
  CHECK(filled(begun_inside("[Họ và tên]"), {}, "secretary") == begun_inside("\u00A0"));
  const auto whole = [](const std::string& text) {
    return paragraph(control(k_tag, start("qc_secretary", 1) + run(text) + end(1)));
  };
  CHECK(filled(whole("x"), {{"secretary", "Trần Thị B"}}) == whole("Trần Thị B"));
}

TEST_CASE("a control around a paragraph stays one", "[form]") {
  const auto around = [](const std::string& text) {
    return control(k_tag,
                   "<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr>" + run(text, "<w:b/>") + "</w:p>");
  };
  CHECK(filled(around("x"), {{"secretary", "Trần Thị B"}}) == around("Trần Thị B"));
}

TEST_CASE("signs of XML in a value are escaped", "[form]") {
  CHECK(filled(paragraph(k_empty), {{"secretary", "Đỗ & \"Đặng\" <Ức>"}}) ==
        paragraph(control(k_tag + "<w:text/>", run("Đỗ &amp; \"Đặng\" &lt;Ức&gt;"))));
}

TEST_CASE("without a value, or with an empty one, a blank stays as it was", "[form]") {
  CHECK(filled(paragraph(k_empty), {}) == paragraph(k_empty));
  CHECK(filled(paragraph(k_empty), {{"secretary", ""}}) == paragraph(k_empty));
  const auto typed = paragraph(control(k_tag, run("Nguyễn Văn A")));
  CHECK(filled(typed, {}) == typed);
}

TEST_CASE("a date is shown as its control shows dates, and says which day it is", "[form]") {
  const auto date = [](const std::string& full, const std::string& format,
                       const std::string& text) {
    return paragraph(control("<w:tag w:val=\"issue_date\"/><w:date" + full +
                                 "><w:dateFormat w:val=\"" + format + "\"/></w:date>",
                             run(text)));
  };
  const std::string digits = "dd/MM/yyyy";
  const std::string written = "'ngày' dd 'tháng' M 'năm' yyyy";
  CHECK(filled(date("", digits, "[Ngày]"), {{"issue_date", "2018-02-05"}}) ==
        date(" w:fullDate=\"2018-02-05T00:00:00Z\"", digits, "05/02/2018"));
  CHECK(filled(date(" w:fullDate=\"2017-01-01T00:00:00Z\"", written, "x"),
               {{"issue_date", "2018-06-05"}}) ==
        date(" w:fullDate=\"2018-06-05T00:00:00Z\"", written, "ngày 05 tháng 6 năm 2018"));
  const auto before = date(" w:fullDate=\"2017-01-01T00:00:00Z\"", digits, "01/01/2017");
  CHECK(filled(before, {}) == before);
  CHECK(filled(before, {{"issue_date", "cuối \"năm\" & <sau>"}}) ==
        date("", digits, "cuối \"năm\" &amp; &lt;sau&gt;"));
}

TEST_CASE("a choice is shown by its label, an undeclared field as it is", "[form]") {
  const auto blank = [](const std::string& name, const std::string& text) {
    return paragraph(control("<w:tag w:val=\"" + name + "\"/>", run(text)));
  };
  CHECK(filled(blank("cycle", "[Kỳ]"), {{"cycle", "weekly"}}) == blank("cycle", "hằng tuần"));
  CHECK(filled(blank("unknown", "?"), {{"unknown", "weekly"}}) == blank("unknown", "weekly"));
}

TEST_CASE("every repetition of a field is filled", "[form]") {
  const auto twice = [](const std::string& text) {
    return paragraph(start("qc_secretary", 1) + control(k_tag, run(text)) + end(1)) +
           paragraph(start("qc_secretary_r2", 2) + control(k_tag, run(text)) + end(2));
  };
  CHECK(filled(twice("x"), {{"secretary", "Trần Thị B"}}) == twice("Trần Thị B"));
}

TEST_CASE("on a paper to sign an empty blank shows nothing", "[form]") {
  const auto nothing = paragraph(control(k_tag + "<w:text/>", run("\u00A0")));
  CHECK(filled(paragraph(k_empty), {}, "secretary") == nothing);
  CHECK(filled(paragraph(k_empty), {{"secretary", ""}}, "secretary") == nothing);
  CHECK(filled(paragraph(k_empty), {}, "other") == paragraph(k_empty));
}

TEST_CASE("a placeholder that lost its mark is still one", "[form]") {
  CHECK(filled(paragraph(control(k_tag, run("[Họ và tên]"))), {}, "secretary") ==
        paragraph(control(k_tag, run("\u00A0"))));
}

TEST_CASE("what somebody typed over a placeholder stays, though the mark does too", "[form]") {
  CHECK(filled(paragraph(control(k_tag + "<w:showingPlcHdr/>", run("Nguyễn Văn A", k_grey))), {},
               "secretary") == paragraph(control(k_tag, run("Nguyễn Văn A", k_grey))));
}

TEST_CASE("an undecided alternative stays with both wordings", "[form]") {
  CHECK(filled(alternatives(), {}) == alternatives());
  CHECK(filled(alternatives(), {{"model", ""}}) == alternatives());
}

TEST_CASE("a decided alternative loses its note, its mark moves on, the other goes", "[form]") {
  CHECK(filled(alternatives(), {{"model", "separate"}}) ==
        paragraph(run("trước")) + "<w:p><w:pPr><w:b/></w:pPr>" +
            start("qv_1_model_is_separate", 1) + run("A1") + "</w:p>" +
            paragraph(run("A2") + end(1)) + paragraph(run("sau")));
  CHECK(filled(alternatives(), {{"model", "concurrent"}}) ==
        paragraph(run("trước")) +
            paragraph(start("qv_2_model_not_separate", 2) + run("B") + end(2)) +
            paragraph(run("sau")));
}

TEST_CASE("a wording that was kept before is kept, or goes when the value changed", "[form]") {
  const auto kept = paragraph(start("qv_1_model_is_separate", 1) + run("A") + end(1));
  CHECK(filled(kept, {{"model", "separate"}}) == kept);
  CHECK(filled(kept + paragraph(run("sau")), {{"model", "concurrent"}}) == paragraph(run("sau")));
}

TEST_CASE("the mark moves into an empty paragraph and before a table", "[form]") {
  const auto note = paragraph(start("qv_1_model_is_separate", 1) + run("[Giữ A]"));
  const std::string bare = "<w:p><w:pPr><w:b/></w:pPr></w:p>";
  const auto last = paragraph(run("A") + end(1));
  CHECK(filled(note + bare + last, {{"model", "separate"}}) ==
        "<w:p><w:pPr><w:b/></w:pPr>" + start("qv_1_model_is_separate", 1) + "</w:p>" + last);
  const std::string table = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>";
  CHECK(filled(note + table + last, {{"model", "separate"}}) ==
        start("qv_1_model_is_separate", 1) + table + last);
}

TEST_CASE("blanks in a wording that stays are filled", "[form]") {
  const auto body = [](const std::string& mark, const std::string& text) {
    return paragraph(mark + control(k_tag, run(text)) + end(1));
  };
  const auto mark = start("qv_1_model_is_separate", 1);
  CHECK(filled(paragraph(mark + run("[Giữ A]")) + body("", "x"),
               {{"model", "separate"}, {"secretary", "Trần Thị B"}}) == body(mark, "Trần Thị B"));
}

TEST_CASE("an alternative inside another is settled with it and by itself", "[form]") {
  const auto outer = paragraph(start("qv_1_model_is_separate", 1) + run("[Giữ A]"));
  const auto inner = paragraph(start("qv_2_size_is_large", 2) + run("[Giữ lớn]"));
  const auto body = outer + paragraph(run("A")) + inner + paragraph(run("lớn") + end(2)) +
                    paragraph(run("A hết") + end(1)) + paragraph(run("sau"));
  const auto kept = paragraph(start("qv_1_model_is_separate", 1) + run("A"));
  const auto tail = paragraph(run("A hết") + end(1)) + paragraph(run("sau"));
  CHECK(filled(body, {{"model", "concurrent"}, {"size", "large"}}) == paragraph(run("sau")));
  CHECK(filled(body, {{"model", "concurrent"}, {"size", "small"}}) == paragraph(run("sau")));
  CHECK(filled(body, {{"model", "separate"}, {"size", "small"}}) == kept + tail);
  CHECK(filled(body, {{"model", "separate"}, {"size", "large"}}) ==
        kept + paragraph(start("qv_2_size_is_large", 2) + run("lớn") + end(2)) + tail);
  CHECK(filled(body, {{"model", "separate"}}) ==
        kept + inner + paragraph(run("lớn") + end(2)) + tail);
}
