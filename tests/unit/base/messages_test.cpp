#include "base/messages.hpp"

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"

using namespace quyche;

namespace quyche {
extern const std::string_view k_messages_table;
extern const std::string_view k_odd_table;  // made from odd_sentences.tsv
}  // namespace quyche

namespace {

using Kind = PlaceStep::Kind;
constexpr auto in_vietnamese = Language::vietnamese;
constexpr auto in_english = Language::english;

// A finding of the table's own codes, so that the texts of other stages may change.
Diagnostic finding() {
  return {
      Severity::error,
      {"place.cell", {"C5"}},
      {"bieu-mau.docx", {{Kind::part, "body"}, {Kind::paragraph, "14"}}, "{{ chair.nmae }}", 3, 10},
      {{"place.field", {"chair.name"}}}};
}

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> out(1);
  for (const char c : text) {
    if (c == at) {
      out.emplace_back();
    } else {
      out.back() += c;
    }
  }
  return out;
}

}  // namespace

TEST_CASE("sentence puts arguments in, in both languages", "[base]") {
  CHECK(sentence({"place.paragraph", {"14"}}, in_vietnamese) == "đoạn 14");
  CHECK(sentence({"place.paragraph", {"14"}}, in_english) == "paragraph 14");
  CHECK(sentence({"date.long", {"05", "6", "2018"}}, in_vietnamese) == "ngày 05 tháng 6 năm 2018");
  CHECK(sentence({"severity.error", {}}, in_vietnamese) == "lỗi");
}

TEST_CASE("an argument is never read as a pattern", "[base]") {
  CHECK(sentence({"date.long", {"{1}", "{2}", "{0}"}}, in_vietnamese) ==
        "ngày {1} tháng {2} năm {0}");
  CHECK(sentence({"place.cell", {"{{0}}"}}, in_vietnamese) == "ô {{0}}");
}

TEST_CASE("kinds of values come in the words of the reader", "[base]") {
  const auto wrong = [](const std::string& wanted, const std::string& given) {
    return Text{"schema.wrong-kind", {"string", wanted, given}};
  };
  CHECK(sentence(wrong("string, number, none", "mapping"), in_vietnamese) ==
        "«string» phải là kiểu chữ, số hoặc giá trị trống, ở đây là bản ghi");
  CHECK(sentence(wrong("string, number, none", "mapping"), in_english) ==
        "\"string\" must be string, number, none, here is mapping");
  CHECK(sentence(wrong("JSON", "{0:kind}"), in_vietnamese) ==
        "«string» phải là kiểu JSON, ở đây là {0:kind}");
}

TEST_CASE("a missing argument leaves its place visible and too many are dropped", "[base]") {
  CHECK(sentence({"date.long", {"05"}}, in_vietnamese) == "ngày 05 tháng {1} năm {2}");
  CHECK(sentence({"place.cell", {"A1", "B2"}}, in_vietnamese) == "ô A1");
}

TEST_CASE("an unknown code shows itself and its arguments", "[base]") {
  CHECK(sentence({"no.such-code", {}}, in_vietnamese) == "no.such-code");
  CHECK(sentence({"no.such-code", {"a", "b"}}, in_english) == "no.such-code (a, b)");
  CHECK_FALSE(has_sentence("no.such-code"));
  CHECK_FALSE(has_sentence("code"));
  CHECK_FALSE(has_sentence(""));
  CHECK(has_sentence("severity.error"));
}

TEST_CASE("every line of the table has a code of its own and two sentences", "[base]") {
  std::set<std::string> codes;
  auto lines = split(std::string(k_messages_table), '\n');
  REQUIRE(lines.size() > 2);
  CHECK(lines.front() == "code\tvi\ten");
  CHECK(lines.back().empty());
  lines.pop_back();
  for (std::size_t i = 1; i < lines.size(); ++i) {
    CAPTURE(lines[i]);
    const auto columns = split(lines[i], '\t');
    REQUIRE(columns.size() == 3);
    CHECK(codes.insert(columns[0]).second);
    CHECK_FALSE(columns[1].empty());
    CHECK_FALSE(columns[2].empty());
    const auto has = [&columns](std::size_t column, const std::string& argument) {
      return columns[column].find('{' + argument + '}') != std::string::npos ||
             columns[column].find('{' + argument + ":kind}") != std::string::npos;
    };
    for (const auto* argument : {"0", "1", "2", "3", "4", "5"}) {
      CHECK(has(1, argument) == has(2, argument));
    }
  }
}

TEST_CASE("the table is compiled in as it is written, signs and length alike", "[base]") {
  const std::string signs =
      "code\tvi\ten\n"
      "odd.semicolon\ta;b;;c;\t;\n"
      "odd.bracket\t[ một [[ hai ]=] ba\t]]\n"
      "odd.backslash\tC:\\thư mục\\n\\\t\\\n"
      "odd.quote\t\"một\" 'hai' \\\"ba\t)quyche\"\n"
      "odd.dollar\t${CMAKE_VERSION} $<TARGET:x> @x@ #\t%s ?\?/\n"
      "odd.last;\\\t[\t]\n";
  CHECK(k_odd_table.substr(0, signs.size()) == signs);
  const auto lines = split(std::string(k_odd_table.substr(signs.size())), '\n');
  REQUIRE(k_odd_table.size() > 65'536);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const auto columns = split(lines[i], '\t');
    REQUIRE(columns.size() == 3);
    REQUIRE(columns[0] == "odd.line-" + std::to_string(i + 1));
    REQUIRE(columns[1] == "dòng [" + std::to_string(i + 1) + "; " + std::string(60, '=') + "\\");
    REQUIRE(columns[2] == "line ]" + std::to_string(i + 1) + "; \"");
  }
}

TEST_CASE("show gives place, message, excerpt, mark and hint", "[base]") {
  CHECK(show(finding(), in_vietnamese) ==
        "bieu-mau.docx › thân văn bản › đoạn 14\n"
        "lỗi: ô C5 [place.cell]\n"
        "  {{ chair.nmae }}\n"
        "     ^~~~~~~~~~  trường chair.name");
  CHECK(show(finding(), in_english) ==
        "bieu-mau.docx › body › paragraph 14\n"
        "error: cell C5 [place.cell]\n"
        "  {{ chair.nmae }}\n"
        "     ^~~~~~~~~~  field chair.name");
}

TEST_CASE("show puts hints on lines of their own when nothing is marked", "[base]") {
  auto shown = finding();
  shown.severity = Severity::warning;
  shown.place.length = 0;
  shown.hints.push_back({"place.line", {"12"}});
  CHECK(show(shown, in_vietnamese) ==
        "bieu-mau.docx › thân văn bản › đoạn 14\n"
        "cảnh báo: ô C5 [place.cell]\n"
        "  {{ chair.nmae }}\n"
        "  → trường chair.name\n"
        "  → dòng 12");
  shown.place.excerpt.clear();
  shown.place.steps.clear();
  CHECK(show(shown, in_english) ==
        "bieu-mau.docx\n"
        "warning: cell C5 [place.cell]\n"
        "  → field chair.name\n"
        "  → line 12");
}

TEST_CASE("show puts the second hint below the mark", "[base]") {
  auto shown = finding();
  shown.hints.push_back({"place.line", {"12"}});
  CHECK(show(shown, in_vietnamese) ==
        "bieu-mau.docx › thân văn bản › đoạn 14\n"
        "lỗi: ô C5 [place.cell]\n"
        "  {{ chair.nmae }}\n"
        "     ^~~~~~~~~~  trường chair.name\n"
        "  → dòng 12");
}

TEST_CASE("show does without a place", "[base]") {
  CHECK(show({Severity::note, {"place.entry", {"x"}}, {}, {}}, in_vietnamese) ==
        "lưu ý: mục x [place.entry]");
  CHECK(show({Severity::note, {"no.such-code", {"x"}}, {}, {}}, in_english) ==
        "note: no.such-code (x) [no.such-code]");
}

TEST_CASE("show has words for every step of a place", "[base]") {
  const std::vector<PlaceStep> steps{{Kind::part, "customXml/item1.xml"},
                                     {Kind::sheet, "Thôn"},
                                     {Kind::cell, "C5"},
                                     {Kind::paragraph, "14"},
                                     {Kind::table, "2"},
                                     {Kind::row, "3"},
                                     {Kind::column, "Họ và tên"},
                                     {Kind::line, "12"},
                                     {Kind::field, "village_name"},
                                     {Kind::provision, "carry_out"},
                                     {Kind::entry, "khoai_chau"}};
  const Diagnostic shown{Severity::error, {"severity.note", {}}, {"a", steps, "", 0, 0}, {}};
  CHECK(show(shown, in_vietnamese) ==
        "a › customXml/item1.xml › trang tính 'Thôn' › ô C5 › đoạn 14 › bảng 2 › hàng 3 › "
        "cột Họ và tên › dòng 12 › trường village_name › điều khoản carry_out › mục khoai_chau\n"
        "lỗi: lưu ý [severity.note]");
  CHECK(show(shown, in_english) ==
        "a › customXml/item1.xml › sheet 'Thôn' › cell C5 › paragraph 14 › table 2 › row 3 › "
        "column Họ và tên › line 12 › field village_name › provision carry_out › entry khoai_chau\n"
        "error: note [severity.note]");
}

TEST_CASE("parts of a document are called what a clerk calls them", "[base]") {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"body", "thân văn bản"},
      {"word/document.xml", "thân văn bản"},
      {"header", "đầu trang"},
      {"word/header2.xml", "đầu trang 2"},
      {"word/footer1.xml", "chân trang 1"},
      {"footnotes", "chú thích cuối trang"},
      {"word/styles.xml", "word/styles.xml"},
      {"12", "12"},
      {"", ""}};
  for (const auto& [part, words] : rows) {
    CHECK(show({Severity::error, {"severity.note", {}}, {"a", {{Kind::part, part}}, "", 0, 0}, {}},
               in_vietnamese) == "a › " + words + "\nlỗi: lưu ý [severity.note]");
  }
}

TEST_CASE("the mark stands under what it marks, counted in columns", "[base]") {
  auto shown = finding();
  shown.hints.clear();
  shown.place = {
      "", {}, "Đảng ủy xã Ẩn Vĩ", std::string("Đảng ủy ").size(), std::string("xã").size()};
  CHECK(show(shown, in_vietnamese) ==
        "lỗi: ô C5 [place.cell]\n"
        "  Đảng ủy xã Ẩn Vĩ\n"
        "          ^~");
  shown.place.excerpt = "Nguye\u0302\u0303n\tVăn";
  shown.place.column = std::string("Nguye\u0302\u0303n\t").size();
  shown.place.length = 4;
  CHECK(show(shown, in_vietnamese) ==
        "lỗi: ô C5 [place.cell]\n"
        "  Nguye\u0302\u0303n Văn\n"
        "         ^~~");
}

TEST_CASE("a mark past the end stands at the end", "[base]") {
  auto shown = finding();
  shown.place = {"", {}, "{{ name", 7, 2};
  CHECK(show(shown, in_vietnamese) ==
        "lỗi: ô C5 [place.cell]\n"
        "  {{ name\n"
        "         ^  trường chair.name");
  shown.place.column = 99;
  CHECK(show(shown, in_vietnamese) ==
        "lỗi: ô C5 [place.cell]\n"
        "  {{ name\n"
        "         ^  trường chair.name");
}

TEST_CASE("a long excerpt is cut about its mark", "[base]") {
  auto shown = finding();
  shown.hints.clear();
  const std::string before(200, 'a');
  const std::string after(200, 'z');
  shown.place = {"", {}, before + "đ!" + after, 200, 3};
  CHECK(show(shown, in_vietnamese) == "lỗi: ô C5 [place.cell]\n  …" + std::string(32, 'a') + "đ!" +
                                          std::string(62, 'z') + "…\n  " + std::string(33, ' ') +
                                          "^~");
  shown.place = {"", {}, after + "!", 200, 1};
  CHECK(show(shown, in_vietnamese) == "lỗi: ô C5 [place.cell]\n  …" + std::string(95, 'z') +
                                          "!\n  " + std::string(96, ' ') + "^");
  shown.place = {"", {}, before, 0, 500};
  CHECK(show(shown, in_vietnamese) ==
        "lỗi: ô C5 [place.cell]\n  " + std::string(96, 'a') + "…\n  ^" + std::string(95, '~'));
  shown.place.length = 0;
  CHECK(show(shown, in_vietnamese) == "lỗi: ô C5 [place.cell]\n  " + std::string(96, 'a') + "…");
}

TEST_CASE("nothing in a finding can command the terminal", "[base]") {
  const Diagnostic shown{Severity::error,
                         {"place.cell", {"\x1B[2J\n"}},
                         {"a\rb", {{Kind::sheet, "\x1B]0;x\x07"}}, "x\x1B[31m\n", 0, 1},
                         {{"place.cell", {"\u009B1m\xFF"}}}};
  CHECK(show(shown, in_vietnamese) ==
        "a b › trang tính ' ]0;x '\n"
        "lỗi: ô  [2J  [place.cell]\n"
        "  x [31m \n"
        "  ^  ô  1m\uFFFD");
}

TEST_CASE("exit codes follow the family of the code", "[base]") {
  const std::vector<std::pair<std::string, int>> rows{
      {"plugin.abi", 4},       {"file.missing", 5},    {"usage.option", 2},
      {"bug.empty-whole", 70}, {"template.syntax", 1}, {"archive.method", 1},
      {"pluginx.abi", 1},      {"files", 1},           {"", 1}};
  for (const auto& [code, exit] : rows) {
    CHECK(exit_code({Severity::error, {code, {}}, {}, {}}) == exit);
  }
}
