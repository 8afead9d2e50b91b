#include "docx/blank.hpp"

#include "support/catch.hpp"

using namespace quyche;

namespace {

Field field(FieldType type) {
  Field result;
  result.name = "village_name";
  result.label = "Tên thôn";
  result.type = type;
  return result;
}

std::string written(BlankWriter& writer, const Field& field, const std::string& value,
                    const std::string& form = {}) {
  std::string out;
  writer.append(out, field, value, form, {});
  return out;
}

std::string binding() {
  return R"(<w:dataBinding w:prefixMappings="xmlns:f='urn:quyche:form:1'" )"
         R"(w:xpath="/f:form[1]/f:village_name[1]" )"
         R"(w:storeItemID="{6F1D2C74-3B0E-4C55-9A57-0C3B5E2D7A11}"/>)";
}

std::string placeholder() {
  return R"(<w:placeholder><w:docPart w:val="qc_village_name"/></w:placeholder>)";
}

bool has_lock(const std::string& blank) { return blank.find("<w:lock") != std::string::npos; }

}  // namespace

TEST_CASE("an empty text blank is a bound control that shows its label", "[docx]") {
  BlankWriter writer;
  CHECK(written(writer, field(FieldType::text), "") ==
        R"(<w:bookmarkStart w:id="1" w:name="qc_village_name"/><w:sdt><w:sdtPr>)"
        R"(<w:alias w:val="Tên thôn"/><w:tag w:val="village_name"/><w:id w:val="1001"/>)" +
            placeholder() + "<w:showingPlcHdr/>" + binding() +
            R"(<w:text/></w:sdtPr><w:sdtContent><w:r><w:rPr>)"
            R"(<w:rStyle w:val="PlaceholderText"/></w:rPr>)"
            R"(<w:t xml:space="preserve">[Tên thôn]</w:t></w:r></w:sdtContent></w:sdt>)"
            R"(<w:bookmarkEnd w:id="1"/>)");
}

TEST_CASE("a filled date shows its day and is not bound", "[docx]") {
  BlankWriter writer;
  CHECK(written(writer, field(FieldType::date), "2018-02-05", "words") ==
        R"(<w:bookmarkStart w:id="1" w:name="qc_village_name"/><w:sdt><w:sdtPr>)"
        R"(<w:alias w:val="Tên thôn"/><w:tag w:val="village_name"/><w:id w:val="1001"/>)" +
            placeholder() +
            R"(<w:date w:fullDate="2018-02-05T00:00:00Z">)"
            R"(<w:dateFormat w:val="'ngày' dd 'tháng' M 'năm' yyyy"/><w:lid w:val="vi-VN"/>)"
            R"(<w:storeMappedDataAs w:val="date"/><w:calendar w:val="gregorian"/></w:date>)"
            R"(</w:sdtPr><w:sdtContent><w:r>)"
            R"(<w:t xml:space="preserve">ngày 05 tháng 02 năm 2018</w:t></w:r></w:sdtContent>)"
            R"(</w:sdt><w:bookmarkEnd w:id="1"/>)");
}

TEST_CASE("a list offers labels, a boolean offers yes and no", "[docx]") {
  BlankWriter writer;
  auto choice = field(FieldType::choice);
  choice.choices = {{"weekly", "hằng tuần"}, {"monthly", "hằng tháng"}};
  const auto list = written(writer, choice, "monthly");
  CHECK(list.find(
            R"(<w:dropDownList><w:listItem w:displayText="hằng tuần" w:value="hằng tuần"/>)"
            R"(<w:listItem w:displayText="hằng tháng" w:value="hằng tháng"/></w:dropDownList>)") !=
        std::string::npos);
  CHECK(list.find(R"(<w:sdtContent><w:r><w:t xml:space="preserve">hằng tháng</w:t></w:r>)") !=
        std::string::npos);
  CHECK(list.find("w:dataBinding") == std::string::npos);
  CHECK(written(writer, field(FieldType::boolean), "")
            .find(R"(<w:dropDownList><w:listItem w:displayText="Có" w:value="Có"/>)"
                  R"(<w:listItem w:displayText="Không" w:value="Không"/></w:dropDownList>)") !=
        std::string::npos);
}

TEST_CASE("the second blank of a field repeats the first and is locked", "[docx]") {
  BlankWriter writer;
  const auto text = field(FieldType::text);
  CHECK_FALSE(has_lock(written(writer, text, "Trung")));
  const auto second = written(writer, text, "Trung");
  CHECK(second.find(R"(<w:bookmarkStart w:id="2" w:name="qc_village_name_r2"/>)") == 0);
  CHECK(second.find(R"(<w:id w:val="1002"/><w:lock w:val="sdtContentLocked"/>)") !=
        std::string::npos);
  CHECK(second.find(binding()) != std::string::npos);
}

TEST_CASE("a repetition that Word does not fill by itself stays open", "[docx]") {
  BlankWriter writer;
  const auto date = field(FieldType::date);
  CHECK_FALSE(has_lock(written(writer, date, "")));
  CHECK_FALSE(has_lock(written(writer, date, "")));
}

TEST_CASE("a blank in a wording that may be deleted is never locked", "[docx]") {
  BlankWriter writer;
  const auto text = field(FieldType::text);
  writer.enter_alternative();
  CHECK_FALSE(has_lock(written(writer, text, "")));
  CHECK_FALSE(has_lock(written(writer, text, "")));
  writer.leave_alternative();
  CHECK_FALSE(has_lock(written(writer, text, "")));
  CHECK(has_lock(written(writer, text, "")));
}

TEST_CASE("a blank in capitals keeps its value as it is", "[docx]") {
  BlankWriter writer;
  const auto blank = written(writer, field(FieldType::text), "Đồng & Trung", "upper");
  CHECK(blank.find("<w:sdtPr><w:rPr><w:caps/></w:rPr><w:alias") != std::string::npos);
  CHECK(blank.find("<w:r><w:rPr><w:caps/></w:rPr>"
                   "<w:t xml:space=\"preserve\">Đồng &amp; Trung</w:t></w:r>") !=
        std::string::npos);
}

TEST_CASE("a long label is cut for Word's list of controls, not in its placeholder", "[docx]") {
  BlankWriter writer;
  auto text = field(FieldType::text);
  text.label.clear();
  for (int i = 0; i < 70; ++i) text.label += "ữ";
  std::string first_64;
  for (int i = 0; i < 64; ++i) first_64 += "ữ";
  const auto blank = written(writer, text, "");
  CHECK(blank.find("<w:alias w:val=\"" + first_64 + "\"/>") != std::string::npos);
  CHECK(blank.find("[" + text.label + "]") != std::string::npos);
}
