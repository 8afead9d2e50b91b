#include "model/numbering.hpp"

#include "support/catch.hpp"
#include "support/caught.hpp"
#include "support/provisions.hpp"

using namespace quyche;
using namespace quyche::sample;

namespace {

using Lines = std::vector<std::string>;

Provision part(const std::string& id, std::vector<Provision> children) {
  return provision(ProvisionKind::part, id, std::move(children));
}
Provision section(const std::string& id, std::vector<Provision> children) {
  return provision(ProvisionKind::section, id, std::move(children));
}
Provision appendix(const std::string& id, std::vector<Provision> children = {}) {
  return provision(ProvisionKind::appendix, id, std::move(children));
}
Provision paragraph(const std::string& id) { return provision(ProvisionKind::text, id); }

Field choice(const std::string& name, Level level, std::vector<Choice> choices) {
  Field field;
  field.name = name;
  field.label = name;
  field.type = FieldType::choice;
  field.level = level;
  field.choices = std::move(choices);
  return field;
}

Regulation regulation(std::vector<Provision> body) {
  Regulation made;
  made.body = std::move(body);
  made.fields = {choice("model", Level::village, {{"separate", "hai"}, {"concurrent", "một"}}),
                 choice("commune_type", Level::commune, {{"xã", "xã"}, {"phường", "phường"}})};
  return made;
}

// Numbers it; what is wrong, in words.
std::string numbering_faults(Regulation& made) {
  Diagnostics found;
  number_provisions(made, found);
  return shown(found.findings());
}

std::string shown_of(const Regulation& made, const std::string& id) {
  return shown_words(find(made.body, id)->text);
}

}  // namespace

TEST_CASE("chapters and articles run through, sections, clauses and points restart", "[model]") {
  auto made = regulation(
      {part("p1", {chapter("c1", {article("a1", {clause("k1"), clause("k2", {point("d1")})}),
                                  article("a2", {clause("k3", {point("d2"), point("d3")})})})}),
       part("p2", {chapter("c2", {section("m1", {article("a3", {point("d4")})}),
                                  section("m2", {article("a4", {clause("k4")})})}),
                   chapter("c3", {section("m3", {article("a5")})})}),
       appendix("x1"), appendix("x2", {clause("k5")})});
  CHECK(numbering_faults(made).empty());
  CHECK(numbers(made.body) == Lines{"p1 I",   "c1 I", "a1 1", "k1 1", "k2 2",  "d1 a",
                                    "a2 2",   "k3 1", "d2 a", "d3 b", "p2 II", "c2 II",
                                    "m1 1",   "a3 3", "d4 a", "m2 2", "a4 4",  "k4 1",
                                    "c3 III", "m3 1", "a5 5", "x1 I", "x2 II", "k5 1"});
}

TEST_CASE("paragraphs without number do not count", "[model]") {
  auto made =
      regulation({article("a1", {paragraph("t1"), clause("k1"), paragraph("t2"), clause("k2")})});
  CHECK(numbering_faults(made).empty());
  CHECK(numbers(made.body) == Lines{"a1 1", "t1 ", "k1 1", "t2 ", "k2 2"});
}

TEST_CASE("points follow the Vietnamese alphabet, past đ and past y", "[model]") {
  std::vector<Provision> points;
  for (int i = 1; i <= 26; ++i) points.push_back(point("d" + std::to_string(i)));
  auto made = regulation({article("a1", {clause("k1", points)})});
  CHECK(numbering_faults(made).empty());
  std::string letters;
  for (const auto& each : find(made.body, "k1")->children) letters += each.number + " ";
  CHECK(letters == "a b c d đ e g h i k l m n o p q r s t u v x y aa ab ac ");
}

TEST_CASE("a single appendix has no number", "[model]") {
  auto made = regulation({article("a1", {saying(clause("k1"), {refer("x1")})}), appendix("x1")});
  CHECK(numbering_faults(made).empty());
  CHECK(number_label(*find(made.body, "x1")) == "Phụ lục");
  CHECK(shown_of(made, "k1") == "Phụ lục");
}

TEST_CASE("numbers stand before a provision as an office writes them", "[model]") {
  const auto label = [](ProvisionKind kind, const std::string& number) {
    auto made = provision(kind, "id");
    made.number = number;
    return number_label(made);
  };
  CHECK(label(ProvisionKind::part, "II") == "Phần II");
  CHECK(label(ProvisionKind::chapter, "II") == "Chương II");
  CHECK(label(ProvisionKind::section, "3") == "Mục 3");
  CHECK(label(ProvisionKind::article, "7") == "Điều 7.");
  CHECK(label(ProvisionKind::clause, "2") == "2.");
  CHECK(label(ProvisionKind::point, "đ") == "đ)");
  CHECK(label(ProvisionKind::appendix, "I") == "Phụ lục I");
  CHECK(label(ProvisionKind::text, "").empty());
  CHECK(label(ProvisionKind::table, "").empty());
}

TEST_CASE("a provision is cited from the inside out", "[model]") {
  const auto cited = [](ProvisionKind kind, const std::string& number, const std::string& within) {
    auto made = provision(kind, "id");
    made.number = number;
    return citation(made, within);
  };
  CHECK(cited(ProvisionKind::article, "7", "Chương II") == "Điều 7");
  CHECK(cited(ProvisionKind::clause, "2", "Điều 7") == "khoản 2 Điều 7");
  CHECK(cited(ProvisionKind::point, "đ", "khoản 2 Điều 7") == "điểm đ khoản 2 Điều 7");
  CHECK(cited(ProvisionKind::section, "1", "Chương II") == "Mục 1 Chương II");
  CHECK(cited(ProvisionKind::text, "", "khoản 2 Điều 7") == "khoản 2 Điều 7");
}

TEST_CASE("a reference is worded by where it stands", "[model]") {
  const Inlines line{refer("k2"), words("; "), refer("b"),  words("; "), refer("a1"),
                     words("; "), refer("k3"), words("; "), refer("c"),  words("; "),
                     refer("x1"), words("; "), refer("c1"), words("; "), refer("m1")};
  const auto within_point = saying(point("a"), {refer("b"), words("; "), refer("c")});
  auto made = regulation(
      {chapter("c1", {section("m1", {article("a1", {clause("k1", {saying(point("e"), line)}),
                                                    clause("k2", {within_point, point("b")})}),
                                     article("a2", {clause("k3", {point("c")})})})}),
       saying(appendix("x1"), line), appendix("x2")});
  CHECK(numbering_faults(made).empty());
  CHECK(shown_of(made, "e") ==
        "khoản 2 Điều này; điểm b khoản 2 Điều này; Điều 1; khoản 1 Điều 2; điểm a khoản 1 Điều 2; "
        "Phụ lục I; Chương I; Mục 1 Chương I");
  CHECK(shown_of(made, "a") == "điểm b khoản này; điểm a khoản 1 Điều 2");
  CHECK(shown_of(made, "x1") ==
        "khoản 2 Điều 1; điểm b khoản 2 Điều 1; Điều 1; khoản 1 Điều 2; điểm a khoản 1 Điều 2; "
        "Phụ lục I; Chương I; Mục 1 Chương I");
}

TEST_CASE("a point that stands right in its article is cited with it", "[model]") {
  auto made = regulation({article("a1", {saying(point("a"), {refer("b")}), point("b")}),
                          article("a2", {saying(clause("k"), {refer("b")})})});
  CHECK(numbering_faults(made).empty());
  CHECK(shown_of(made, "a") == "điểm b Điều này");
  CHECK(shown_of(made, "k") == "điểm b Điều 1");
}

TEST_CASE("a reference at the start of a sentence takes a capital", "[model]") {
  auto made = regulation(
      {article("a1", {clause("k1"),
                      saying(clause("k2"), {refer("k1", "title"), words(" và "), refer("k1")})})});
  CHECK(numbering_faults(made).empty());
  CHECK(shown_of(made, "k2") == "Khoản 1 Điều này và khoản 1 Điều này");
}

TEST_CASE("references in headings and tables are worded too", "[model]") {
  auto head = article("a1");
  head.heading = {words("Theo "), refer("a2")};
  auto table = provision(ProvisionKind::table, "t1");
  table.rows = {{{words("Việc")}}, {{refer("a1")}}};
  auto made = regulation({head, article("a2", {table})});
  CHECK(numbering_faults(made).empty());
  CHECK(shown_words(made.body[0].heading) == "Theo Điều 2");
  CHECK(shown_words(made.body[1].children[0].rows[1][0]) == "Điều 1");
}

TEST_CASE("removing an article renumbers what follows and repairs every reference", "[model]") {
  const Inlines line{refer("a3"), words(", "), refer("k3"), words(", "), refer("a1")};
  auto made = regulation({chapter("c1", {article("a1"), article("a2", {clause("k2")})}),
                          chapter("c2", {article("a3", {clause("k3"), saying(clause("k4"), line)}),
                                         saying(article("a4"), line)})});
  CHECK(numbering_faults(made).empty());
  CHECK(shown_of(made, "k4") == "Điều 3, khoản 1 Điều này, Điều 1");
  CHECK(shown_of(made, "a4") == "Điều 3, khoản 1 Điều 3, Điều 1");

  made.body[0].children.pop_back();
  CHECK(numbering_faults(made).empty());
  CHECK(numbers(made.body) == Lines{"c1 I", "a1 1", "c2 II", "a3 2", "k3 1", "k4 2", "a4 3"});
  CHECK(shown_of(made, "k4") == "Điều 2, khoản 1 Điều này, Điều 1");
  CHECK(shown_of(made, "a4") == "Điều 2, khoản 1 Điều 2, Điều 1");
}

TEST_CASE("a reference to what is gone is said, with its place", "[model]") {
  auto made = regulation({article("a1", {saying(clause("k1"), {refer("consultation.monthly")})})});
  CHECK(numbering_faults(made) ==
        "điều khoản k1\n"
        "lỗi: dẫn chiếu tới «consultation.monthly», nhưng không còn điều khoản nào có mã đó "
        "[regulation.dangling-reference]\n"
        "  → sửa q:target của dẫn chiếu, hoặc bỏ câu dẫn chiếu");
}

TEST_CASE("two opposite wordings share one number", "[model]") {
  auto made =
      regulation({article("a1", {when(clause("k1"), "model", "separate"),
                                 when(clause("k2"), "model", "concurrent"), clause("k3")})});
  CHECK(numbering_faults(made).empty());
  CHECK(numbers(made.body) == Lines{"a1 1", "k1 1", "k2 1", "k3 2"});
}

TEST_CASE("what a village decides may end an article, for it moves nothing", "[model]") {
  auto made = regulation(
      {article("a1", {clause("k1"), when(clause("k2"), "model", "concurrent")}), article("a2")});
  CHECK(numbering_faults(made).empty());
  CHECK(numbers(made.body) == Lines{"a1 1", "k1 1", "k2 2", "a2 2"});
}

TEST_CASE("a condition of the village that moves a number is refused", "[model]") {
  auto made = regulation({article("a1", {when(clause("k1"), "model", "concurrent"), clause("k2")}),
                          when(article("a2"), "model", "separate", true), article("a3")});
  CHECK(
      numbering_faults(made) ==
      "điều khoản k2\n"
      "lỗi: điều khoản «k2» khi thì mang số 1, khi thì mang số 2, tùy một trường mà thôn mới điền "
      "[regulation.unstable-number]\n"
      "  → đặt hai cách viết có điều kiện trái nhau cạnh nhau, hoặc đưa phần có điều kiện xuống "
      "cuối điều\n"
      "điều khoản a3\n"
      "lỗi: điều khoản «a3» khi thì mang số 2, khi thì mang số 3, tùy một trường mà thôn mới điền "
      "[regulation.unstable-number]\n"
      "  → đặt hai cách viết có điều kiện trái nhau cạnh nhau, hoặc đưa phần có điều kiện xuống "
      "cuối điều");
}

TEST_CASE("a condition that the commune decides may move numbers", "[model]") {
  auto made = regulation({when(article("a1"), "commune_type", "xã"),
                          article("a2", {when(clause("k1"), "model", "separate"),
                                         when(clause("k2"), "model", "separate", true)})});
  CHECK(numbering_faults(made).empty());
}

TEST_CASE("a condition on a field with free text is tried with another value", "[model]") {
  auto made = regulation({when(article("a1"), "village_name", "Trung"), article("a2")});
  Field name;
  name.name = "village_name";
  name.level = Level::village;
  made.fields.push_back(name);
  CHECK(
      numbering_faults(made) ==
      "điều khoản a2\n"
      "lỗi: điều khoản «a2» khi thì mang số 2, khi thì mang số 1, tùy một trường mà thôn mới điền "
      "[regulation.unstable-number]\n"
      "  → đặt hai cách viết có điều kiện trái nhau cạnh nhau, hoặc đưa phần có điều kiện xuống "
      "cuối điều");
}

TEST_CASE("a boolean decides between two wordings", "[model]") {
  auto made =
      regulation({article("a1", {when(clause("k1"), "has_committee", "true"),
                                 when(clause("k2"), "has_committee", "false"), clause("k3")})});
  Field field;
  field.name = "has_committee";
  field.type = FieldType::boolean;
  made.fields.push_back(field);
  CHECK(numbering_faults(made).empty());
  CHECK(numbers(made.body) == Lines{"a1 1", "k1 1", "k2 1", "k3 2"});
}

TEST_CASE("numbering again changes nothing", "[model]") {
  auto made = regulation(
      {chapter("c1", {article("a1", {saying(clause("k1"), {refer("a2")})}), article("a2")})});
  CHECK(numbering_faults(made).empty());
  const auto once = made;
  CHECK(numbering_faults(made).empty());
  CHECK(made == once);
}
