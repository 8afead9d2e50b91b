#include "docx/form.hpp"

#include <algorithm>
#include <thread>

#include "docx/composer.hpp"
#include "docx/package.hpp"
#include "model/field_text.hpp"
#include "support/catch.hpp"
#include "support/caught.hpp"
#include "support/form_file.hpp"
#include "support/format_profiles.hpp"
#include "support/sample_regulation.hpp"

using namespace quyche;
using namespace quyche::sample;

namespace {

using Lines = std::vector<std::string>;

std::string blank(const std::string& name, const std::string& text) {
  return "<w:sdt><w:sdtPr><w:tag w:val=\"" + name + "\"/></w:sdtPr><w:sdtContent><w:r>" +
         "<w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:sdtContent></w:sdt>";
}

std::string paragraph(const std::string& inner) { return "<w:p>" + inner + "</w:p>"; }

const std::string k_body =
    paragraph("<w:r><w:t>Chi bộ thôn </w:t></w:r>" + blank("village_name", "Tây")) +
    paragraph(blank("secretary", "Nguyễn Văn A"));

const std::string k_data =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<f:form xmlns:f=\"urn:quyche:form:1\"><f:village_name>Tây</f:village_name><f:secretary/>"
    "</f:form>";

// A document with a few parts around the body; `data` is the custom XML part.
std::string small(const std::string& data = k_data, const std::string& body = k_body) {
  return docx({{"[Content_Types].xml", "<Types/>"},
               {"word/document.xml", document_xml(body)},
               {"word/styles.xml", "<w:styles/>"},
               {"customXml/itemProps1.xml", "<ds:datastoreItem/>"},
               {"customXml/item1.xml", data},
               {"docProps/custom.xml",
                "<Properties><property name=\"quyche.district\"><vt:lpwstr>khoai_chau</vt:lpwstr>"
                "</property><property name=\"Author\"><vt:lpwstr>A</vt:lpwstr></property>"
                "</Properties>"}});
}

std::string data_of(const std::string& bytes) { return part_of(bytes, "customXml/item1.xml"); }

// The sample regulation as the composer sets it: every kind of blank, and alternatives.
const std::string& composed() {
  static const std::string bytes = [] {
    Compressor compressor;
    return write_archive(
        pack_parts(compose(open_regulation(), format_profile("party-hd36")), compressor));
  }();
  return bytes;
}

// The words of a document, as a reader sees them: its w:t in order.
std::string words_of(const std::string& bytes) {
  const auto xml = part_of(bytes, "word/document.xml");
  std::string out;
  for (auto at = xml.find("<w:t"); at != std::string::npos; at = xml.find("<w:t", at + 1)) {
    if (xml[at + 4] != '>' && xml[at + 4] != ' ') continue;
    const auto begin = xml.find('>', at) + 1;
    out += xml.substr(begin, xml.find('<', begin) - begin);
  }
  return out;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("a form tells its blanks, its fields and its properties", "[form]") {
  const Form form(small(), "thon.docx");
  CHECK(form.file() == "thon.docx");
  CHECK(blank_lines(form) == Lines{"village_name: Tây", "secretary: Nguyễn Văn A"});
  CHECK(form.bound_fields() == Lines{"village_name", "secretary"});
  CHECK(form.properties() == Values{{"district", "khoai_chau"}});
  CHECK(form.has("secretary"));
  CHECK_FALSE(form.has("village_head"));
}

TEST_CASE("values go into the blanks and into the custom XML part", "[form]") {
  const Form form(small(), "thon.docx");
  const auto bytes = filled(form, {{"village_name", "Đông & \"Trung\" <Hạ>"}, {"other", "x"}});
  const std::string escaped = "Đông &amp; \"Trung\" &lt;Hạ&gt;";
  CHECK(part_of(bytes, "word/document.xml") ==
        document_xml(
            paragraph("<w:r><w:t>Chi bộ thôn </w:t></w:r>" + blank("village_name", escaped)) +
            paragraph(blank("secretary", "Nguyễn Văn A"))));
  CHECK(data_of(bytes) ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        "<f:form xmlns:f=\"urn:quyche:form:1\"><f:village_name>" +
            escaped + "</f:village_name><f:secretary></f:secretary></f:form>");
  CHECK(blank_lines(Form(bytes, "filled.docx")) ==
        Lines{"village_name: Đông & \"Trung\" <Hạ>", "secretary: Nguyễn Văn A"});
}

TEST_CASE("an empty value is no value, in the blanks and in the custom XML part", "[form]") {
  const Form form(small(), "thon.docx");
  CHECK(filled(form, {{"village_name", ""}}) == filled(form, {}));
  CHECK(data_of(filled(form, {})).find("<f:village_name>Tây<") != std::string::npos);
}

TEST_CASE("parts that filling does not touch stay as they are packed", "[form]") {
  // Stored, not deflated: packing again would show.
  ArchiveEntry stored;
  stored.name = "word/media/image1.png";
  stored.packed = "ảnh";
  stored.method = 0;
  stored.crc = entry_of(docx({{"a", "ảnh"}}), "a").crc;
  stored.size = stored.packed.size();
  auto entries = read_archive(small(), "thon.docx");
  entries.insert(entries.begin() + 1, stored);
  const auto before = write_archive(entries);
  const auto after = filled(Form(before, "thon.docx"), {{"village_name", "Đông"}});
  const auto left = read_archive(before, "before.docx");
  const auto right = read_archive(after, "after.docx");
  REQUIRE(left.size() == right.size());
  for (std::size_t i = 0; i < left.size(); ++i) {
    CAPTURE(left[i].name);
    CHECK(left[i].name == right[i].name);
    const bool touched =
        left[i].name == "word/document.xml" || left[i].name == "customXml/item1.xml";
    CHECK((left[i].packed != right[i].packed) == touched);
    CHECK((touched || left[i].method == right[i].method));
  }
}

TEST_CASE("the same values give the same bytes, from every thread", "[form]") {
  const Form form(composed(), "mau.docx");
  const auto fields = open_regulation().text.fields;
  const auto expected = filled(form, village_values(), fields);
  CHECK((filled(form, village_values(), fields) == expected));
  CHECK((filled(Form(composed(), "mau.docx"), village_values(), fields) == expected));
  std::vector<std::string> made(4);
  std::vector<std::thread> threads;
  for (auto& out : made) {
    threads.emplace_back([&] { out = filled(form, village_values(), fields); });
  }
  for (auto& thread : threads) thread.join();
  for (const auto& out : made) CHECK((out == expected));
}

TEST_CASE("a custom XML part that LibreOffice emptied is no error", "[form]") {
  const Form form(small(""), "thon.docx");
  CHECK(form.bound_fields().empty());
  CHECK(blank_lines(form) == Lines{"village_name: Tây", "secretary: Nguyễn Văn A"});
  const auto bytes = filled(form, {{"village_name", "Đông"}});
  CHECK(data_of(bytes).empty());
  CHECK(blank_lines(Form(bytes, "filled.docx")).front() == "village_name: Đông");
}

TEST_CASE("custom XML parts of other programs are left alone", "[form]") {
  const std::string other = "<b:Sources xmlns:b=\"urn:other\"/>";
  const Form form(small(other), "thon.docx");
  CHECK(form.bound_fields().empty());
  CHECK(data_of(filled(form, {{"village_name", "Đông"}})) == other);
}

TEST_CASE("a form without custom XML part and without properties is read and filled", "[form]") {
  const Form form(docx({{"word/document.xml", document_xml(k_body)}}), "thon.docx");
  CHECK(form.bound_fields().empty());
  CHECK(form.properties().empty());
  CHECK(blank_lines(Form(filled(form, {{"secretary", "Trần Thị B"}}), "filled.docx")) ==
        Lines{"village_name: Tây", "secretary: Trần Thị B"});
}

TEST_CASE("on a paper to sign nothing stands in an empty blank, nor comes back in Word", "[form]") {
  const auto placeholder =
      "<w:sdt><w:sdtPr><w:tag w:val=\"secretary\"/><w:showingPlcHdr/></w:sdtPr>"
      "<w:sdtContent><w:r><w:t>[Bí thư]</w:t></w:r></w:sdtContent></w:sdt>";
  Field field;
  field.name = "secretary";
  field.label = "Bí thư";
  const Form form(small(k_data, paragraph(placeholder)), "thon.docx");
  const std::set<std::string> none;
  const auto bytes = filled(form, {}, {field}, &none);
  CHECK(part_of(bytes, "word/document.xml") ==
        document_xml(paragraph(blank("secretary", "\u00A0"))));
  CHECK(data_of(bytes).find("<f:secretary>\u00A0</f:secretary>") != std::string::npos);
  CHECK(blank_lines(Form(bytes, "filled.docx")) == Lines{"secretary: "});
  const std::set<std::string> kept{"secretary"};
  CHECK(words_of(filled(form, {}, {field}, &kept)) == "[Bí thư]");
}

TEST_CASE("text that a clerk changed outside the blanks stays", "[form]") {
  const auto edited =
      paragraph("<w:r><w:rPr><w:i/></w:rPr><w:t>Thêm một câu &amp; một dấu.</w:t></w:r>");
  const Form form(small(k_data, edited + k_body), "thon.docx");
  const auto xml = part_of(filled(form, {{"village_name", "Đông"}}), "word/document.xml");
  CHECK(xml.find("<w:body>" + edited) != std::string::npos);
}

TEST_CASE("what is no Word document is refused", "[form]") {
  CHECK(caught([] {
          Form(docx({{"xl/workbook.xml", "<workbook/>"}}), "bang.xlsx");
        }) ==
        "bang.xlsx\n"
        "lỗi: tệp không phải văn bản Word (.docx): thiếu word/document.xml [word.not-a-document]\n"
        "  → mở tệp bằng Word hoặc LibreOffice rồi lưu lại dạng .docx");
  CHECK(caught([] { Form("không phải gói", "thon.docx"); }).find("[word.other-format]") !=
        std::string::npos);
  CHECK(caught([] {
          Form(docx({{"word/document.xml", "<w:document>"}}), "thon.docx");
        }).find("[xml.not-well-formed]") != std::string::npos);
}

TEST_CASE("a composed template gives back the values it is filled with", "[form]") {
  const Form form(composed(), "mau.docx");
  const auto regulation = open_regulation();
  const auto values = village_values();
  const Form filled_form(filled(form, values, regulation.text.fields), "thon.docx");
  std::set<std::string> seen{"leadership_model"};  // decides, and stands nowhere
  for (const auto& each : filled_form.blanks()) {
    const auto field = std::find_if(regulation.text.fields.begin(), regulation.text.fields.end(),
                                    [&](const Field& one) { return one.name == each.field; });
    REQUIRE(field != regulation.text.fields.end());
    REQUIRE(values.contains(each.field));
    const auto& value = values.find(each.field)->second;
    CAPTURE(each.field, each.text);
    CHECK((each.text == shown_value(*field, value, "") ||
           each.text == shown_value(*field, value, "words")));
    CHECK_FALSE(each.placeholder);
    seen.insert(each.field);
  }
  CHECK(seen.size() == values.size());
}

TEST_CASE("a composed template keeps the wordings that its values choose", "[form]") {
  const Form form(composed(), "mau.docx");
  const auto fields = open_regulation().text.fields;
  const auto open = form.alternatives().size();
  CHECK(open > 0);
  CHECK(std::all_of(form.alternatives().begin(), form.alternatives().end(),
                    [](const Alternative& each) { return each.open; }));
  CHECK(Form(filled(form, {{"secretary", "Trần Thị B"}}, fields), "a.docx").alternatives().size() ==
        open);

  const auto separate = filled(form, {{"leadership_model", "separate"}}, fields);
  const auto concurrent = filled(form, {{"leadership_model", "concurrent"}}, fields);
  CHECK(count(words_of(separate), "[Giữ đoạn dưới đây") == 0);
  CHECK(count(words_of(concurrent), "[Giữ đoạn dưới đây") == 0);
  CHECK(count(words_of(separate), "hội ý trước mỗi cuộc họp của") == 1);
  CHECK(count(words_of(concurrent), "hội ý trước mỗi cuộc họp của") == 0);
  CHECK(count(words_of(concurrent), "đưa nội dung ra chi ủy trước mỗi cuộc họp") == 1);

  const Form settled(concurrent, "thon.docx");
  CHECK(settled.alternatives().size() * 2 <= open + 1);
  for (const auto& each : settled.alternatives()) {
    CHECK_FALSE(each.open);
    CHECK(each.condition.negated != (each.condition.value == "concurrent"));
  }
}

TEST_CASE("a filled form may be filled again", "[form]") {
  const Form form(composed(), "mau.docx");
  const auto fields = open_regulation().text.fields;
  auto values = village_values();
  const Form once(filled(form, values, fields), "thon.docx");
  CHECK((filled(once, values, fields) == filled(form, values, fields)));
  values["secretary"] = "Lê Văn Thay";
  CHECK((filled(once, values, fields) == filled(form, values, fields)));
}
