#include "docx/format_profile.hpp"

#include "base/date.hpp"
#include "base/messages.hpp"
#include "support/catch.hpp"
#include "support/format_profiles.hpp"

using namespace quyche;
using namespace std::chrono_literals;

namespace {

// One row of the tables of the rules: size in points and how the letters stand.
struct Row {
  const char* component;
  int points;
  const char* letters;  // B bold, I italic, U underlined, C capitals
  const char* align;
};

std::string letters_of(const ComponentFormat& format) {
  std::string letters;
  if (format.bold) letters += 'B';
  if (format.italic) letters += 'I';
  if (format.underline) letters += 'U';
  if (format.caps) letters += 'C';
  return letters;
}

void check(const FormatProfile& profile, const std::vector<Row>& rows) {
  for (const auto& row : rows) {
    INFO(profile.id << " " << row.component);
    REQUIRE(profile.components.contains(row.component));
    const auto& format = profile.component(row.component);
    CHECK(format.size == 2 * row.points);
    CHECK(letters_of(format) == row.letters);
    CHECK(format.align == row.align);
  }
}

std::string findings(std::string bytes) {
  try {
    static_cast<void>(read_format_profile(std::move(bytes), "party-x.xml"));
  } catch (const Error& error) {
    std::string all;
    for (const auto& finding : error.findings()) {
      all += sentence(finding.message, Language::vietnamese) + "\n";
    }
    return all;
  }
  return "none";
}

std::string id_on(const std::string& family, Date day) {
  return choose_profile(sample::format_profiles(), family, day).id;
}

}  // namespace

TEST_CASE("party-hd36 sets every component as the guideline's table says", "[docx]") {
  check(sample::format_profile("party-hd36"), {{"heading", 15, "BC", "center"},
                                               {"superior", 14, "C", "center"},
                                               {"issuer", 14, "BC", "center"},
                                               {"issuer_separator", 14, "", "center"},
                                               {"number", 14, "", "center"},
                                               {"place_date", 14, "I", "center"},
                                               {"type_name", 16, "BC", "center"},
                                               {"title", 15, "B", "center"},
                                               {"letter_subject", 12, "I", "center"},
                                               {"addressee", 14, "I", "center"},
                                               {"text", 14, "", "both"},
                                               {"basis", 14, "", "both"},
                                               {"chapter_number", 14, "B", "center"},
                                               {"chapter_title", 14, "BC", "center"},
                                               {"section_number", 14, "B", "center"},
                                               {"section_title", 14, "BC", "center"},
                                               {"article", 14, "B", "both"},
                                               {"clause", 14, "", "both"},
                                               {"point", 14, "", "both"},
                                               {"authority", 14, "BC", "center"},
                                               {"position", 14, "C", "center"},
                                               {"signer", 14, "B", "center"},
                                               {"recipients_heading", 14, "U", "left"},
                                               {"recipient", 12, "", "left"},
                                               {"urgency", 14, "BC", "center"},
                                               {"circulation", 12, "B", "center"},
                                               {"draft", 14, "I", "center"},
                                               {"typist", 8, "", "left"},
                                               {"page_number", 14, "", "center"}});
}

TEST_CASE("party-hd05 differs from party-hd36 where the later guideline does", "[docx]") {
  const auto old = sample::format_profile("party-hd36");
  const auto now = sample::format_profile("party-hd05");
  check(now, {{"heading", 15, "BC", "center"},
              {"type_name", 16, "BC", "center"},
              {"title", 14, "B", "center"},
              {"text", 14, "", "both"}});
  CHECK(now.provisional);
  CHECK_FALSE(old.provisional);
  CHECK(old.word("recipient_separator") == ",");
  CHECK(now.word("recipient_separator") == ";");
  CHECK(old.word("recipients_heading") == "Nơi nhận");
  CHECK(now.word("recipients_heading") == "Nơi nhận:");
  CHECK(old.word("end_mark") == "./.");
  CHECK(now.word("end_mark") == ".");
}

TEST_CASE("state-nd30 sets every component as Annex I says", "[docx]") {
  const auto profile = sample::format_profile("state-nd30");
  check(profile, {{"heading", 13, "BC", "center"},
                  {"motto", 14, "B", "center"},
                  {"superior", 13, "C", "center"},
                  {"issuer", 13, "BC", "center"},
                  {"number", 13, "", "center"},
                  {"place_date", 14, "I", "center"},
                  {"type_name", 14, "BC", "center"},
                  {"title", 14, "B", "center"},
                  {"letter_subject", 12, "", "center"},
                  {"basis", 14, "I", "both"},
                  {"text", 14, "", "both"},
                  {"chapter_number", 14, "B", "center"},
                  {"chapter_title", 14, "BC", "center"},
                  {"section_number", 14, "B", "center"},
                  {"section_title", 14, "BC", "center"},
                  {"article", 14, "B", "both"},
                  {"clause", 14, "", "both"},
                  {"clause_title", 14, "B", "both"},
                  {"point", 14, "", "both"},
                  {"authority", 14, "BC", "center"},
                  {"position", 14, "BC", "center"},
                  {"signer", 14, "B", "center"},
                  {"addressee", 14, "", "center"},
                  {"recipients_heading", 12, "BI", "left"},
                  {"recipient", 11, "", "left"},
                  {"appendix_number", 14, "B", "center"},
                  {"appendix_title", 14, "BC", "center"},
                  {"urgency", 14, "BC", "center"},
                  {"circulation", 13, "BC", "center"},
                  {"typist", 11, "", "left"},
                  {"address", 11, "", "center"},
                  {"page_number", 14, "", "center"}});
  CHECK(profile.word("number_label") == "Số: ");
  CHECK(profile.word("issuer_separator").empty());
  CHECK(profile.word("title_separator").empty());
  CHECK(profile.issuer_rule == 40);
  CHECK(profile.title_rule == 40);
}

TEST_CASE("pages are as wide as the rules say, in twips", "[docx]") {
  const auto party = sample::format_profile("party-hd36");
  CHECK(party.page_width == 11906);
  CHECK(party.page_height == 16838);
  CHECK(party.margin_top == 1134);
  CHECK(party.margin_bottom == 1134);
  CHECK(party.margin_left == 1701);
  CHECK(party.margin_right == 850);
  CHECK(party.header_distance == 567);
  CHECK(party.text_width() == 9355);
  CHECK(party.font == "Times New Roman");
  CHECK(party.component("text").indent_first == 567);
  CHECK(party.component("text").after == 120);
  CHECK(party.component("text").line == 360);
  CHECK(party.component("text").line_rule == "exact");
  const auto old = sample::format_profile("party-hd11");
  CHECK(old.margin_top == 1417);
  CHECK(old.margin_bottom == 1417);
  CHECK(old.margin_left == 1984);
  CHECK(old.margin_right == 850);
  CHECK(old.provisional);
}

TEST_CASE("a profile is chosen by family and day", "[docx]") {
  CHECK(id_on("party", 2004y / 5 / 28) == "party-hd11");
  CHECK(id_on("party", 2018y / 4 / 2) == "party-hd11");
  CHECK(id_on("party", 2018y / 4 / 3) == "party-hd36");
  CHECK(id_on("party", 2026y / 5 / 26) == "party-hd36");
  CHECK(id_on("party", 2026y / 5 / 27) == "party-hd05");
  CHECK(id_on("state", 2020y / 3 / 5) == "state-nd30");
}

TEST_CASE("a day before every profile of the family is an error", "[docx]") {
  try {
    static_cast<void>(id_on("state", 2020y / 3 / 4));
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(sentence(error.findings().front().message, Language::vietnamese) ==
          "không có quy định thể thức nào của họ văn bản «state» có hiệu lực vào ngày 04/3/2020");
  }
}

TEST_CASE("a profile with mistakes is refused with all of them", "[docx]") {
  auto bytes = std::string(R"(<format-profile id="party-x" family="parti" from="2018-13-01">
  <source>Hướng dẫn</source>
  <page width="210" height="297" top="2o" bottom="20" left="30" right="15" header="10" font="Times New Roman"/>
  <heading-table left="100" right="78"/>
  <components/>
  <words/>
</format-profile>)");
  const auto all = findings(bytes);
  CHECK(
      all.starts_with("giá trị «parti» của family không dùng được; cần: party, state\n"
                      "giá trị «2018-13-01» của from không dùng được; cần: YYYY-MM-DD\n"
                      "giá trị «2o» của top không dùng được; cần: 0 … 2000\n"
                      "hai cột đầu văn bản bỏ trống hoặc rộng hơn vùng chữ của trang\n"
                      "thiếu cách trình bày của thành phần «heading»\n"));
  CHECK(all.ends_with("thiếu chữ cố định «recipients_heading»\n"));
}

TEST_CASE("a file that is no profile is refused", "[docx]") {
  CHECK(findings("<words/>") == "tệp có phần tử gốc <words>; cần <format-profile>\n");
}
