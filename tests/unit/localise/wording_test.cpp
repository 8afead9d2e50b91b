#include "localise/wording.hpp"

#include "support/catch.hpp"
#include "support/caught.hpp"
#include "support/provisions.hpp"

using namespace quyche;
using namespace quyche::sample;
using namespace std::chrono_literals;

namespace {

Term village() {
  return {"village",
          {{{words("thôn")}, Condition{"commune_type", "xã", false}},
           {{words("khu phố")}, std::nullopt}}};
}

// Terms in every place that can hold one.
Regulation regulation() {
  const Inlines line{words("ở "), term("village"),         words(", "), term("village", "title"),
                     words(", "), term("village", "upper")};
  Regulation made;
  made.terms = {village()};
  auto table = provision(ProvisionKind::table, "t");
  table.rows = {{line}, {{words("x")}}};
  auto head = article("a1", {saying(clause("k1"), line), table});
  head.heading = line;
  made.body = {head};
  made.frame.superior = made.frame.issuer = made.frame.type_name = line;
  made.frame.titles = {{line, std::nullopt}};
  made.frame.recipients = {line};
  made.frame.sign_modes = {{"cell_only", {{line, line, "secretary"}}, {}, {}, {}, {}}};
  return made;
}

std::vector<std::string> all_lines(const Regulation& made) {
  const auto& frame = made.frame;
  const auto& head = made.body[0];
  const auto& signature = frame.sign_modes[0].signatures[0];
  std::vector<std::string> out;
  for (const auto* line : {&head.heading, &head.children[0].text, &head.children[1].rows[0][0],
                           &frame.superior, &frame.issuer, &frame.type_name, &frame.titles[0].text,
                           &frame.recipients[0], &signature.on_behalf, &signature.position}) {
    out.push_back(shown_words(*line));
  }
  return out;
}

Basis basis(const std::string& id, Validity validity, const std::string& replaced_by = {}) {
  Basis made;
  made.id = id;
  made.type = "Pháp lệnh";
  made.number = id;
  made.validity = validity;
  made.replaced_by = replaced_by;
  return made;
}

std::string settled(std::vector<Basis> bases, Date day, std::string* said = nullptr) {
  Regulation made;
  made.bases = std::move(bases);
  Diagnostics found;
  settle_bases(made, day, found);
  if (said == nullptr) CHECK(shown(found.findings()).empty());
  if (said != nullptr) *said = shown(found.findings());
  std::string out;
  for (const auto& each : made.bases) out += each.id + " ";
  return out;
}

}  // namespace

TEST_CASE("a term takes its words everywhere, in its form", "[localise]") {
  auto made = regulation();
  Diagnostics found;
  CHECK(settle_terms(made, {}, {{"commune_type", "xã"}}, found) == Values{{"village", "thôn"}});
  CHECK(found.findings().empty());
  CHECK(all_lines(made) == std::vector<std::string>(10, "ở thôn, Thôn, THÔN"));
}

TEST_CASE("the first wording that holds is taken", "[localise]") {
  auto made = regulation();
  Diagnostics found;
  settle_terms(made, {}, {{"commune_type", "phường"}}, found);
  CHECK(shown_words(made.body[0].heading) == "ở khu phố, Khu phố, KHU PHỐ");
}

TEST_CASE("the words of a place go before those of the model", "[localise]") {
  const Term local{"village",
                   {{{words("tổ dân phố")}, Condition{"commune_type", "phường", false}}}};
  auto made = regulation();
  Diagnostics found;
  CHECK(settle_terms(made, {local}, {{"commune_type", "phường"}}, found) ==
        Values{{"village", "tổ dân phố"}});
  CHECK(settle_terms(made, {local}, {{"commune_type", "xã"}}, found) ==
        Values{{"village", "thôn"}});
  CHECK(found.findings().empty());
}

TEST_CASE("a wording may hold values", "[localise]") {
  auto made = regulation();
  made.terms = {{"village", {{{words("làng "), blank("commune_name", "upper")}, std::nullopt}}}};
  Diagnostics found;
  CHECK(settle_terms(made, {}, {{"commune_name", "An Vĩ"}}, found) ==
        Values{{"village", "làng AN VĨ"}});
}

TEST_CASE("a term that nobody words is said once", "[localise]") {
  auto made = regulation();
  made.terms.clear();
  Diagnostics found;
  settle_terms(made, {}, {}, found);
  CHECK(shown(found.findings()) ==
        "lỗi: không có từ nào tên «village» trong bảng từ của quy chế và của huyện "
        "[localise.unknown-term]");
}

TEST_CASE("a term that waits for a value says for which", "[localise]") {
  auto made = regulation();
  Diagnostics found;
  settle_terms(made, {}, {}, found);
  CHECK(shown(found.findings()) ==
        "lỗi: từ «village» chưa chọn được cách viết vì chưa biết «commune_type = xã» "
        "[localise.term-undecided]");
}

TEST_CASE("what is decided goes or stays without its condition, what is open keeps it",
          "[localise]") {
  Regulation made;
  const Condition rural{"commune_type", "xã", false};
  const Condition urban{"commune_type", "xã", true};
  const Condition open{"model", "separate", false};
  made.body = {
      article("a1", {when(clause("k1"), "commune_type", "xã"),
                     when(clause("k2"), "commune_type", "xã", true),
                     when(clause("k3", {when(point("d1"), "commune_type", "phường"), point("d2")}),
                          "model", "separate")}),
      when(article("a2"), "commune_type", "phường")};
  made.frame.titles = {{{}, rural}, {{}, urban}, {{}, open}};
  made.bases = {basis("b1", {}), basis("b2", {}), basis("b3", {})};
  made.bases[1].when = urban;
  made.bases[2].when = open;
  settle_conditions(made, {{"commune_type", "xã"}});
  CHECK(numbers(made.body) == std::vector<std::string>{"a1 ", "k1 ", "k3 ", "d2 "});
  CHECK_FALSE(find(made.body, "k1")->when);
  CHECK(find(made.body, "k3")->when == open);
  REQUIRE(made.frame.titles.size() == 2);
  CHECK_FALSE(made.frame.titles[0].when);
  CHECK(made.frame.titles[1].when == open);
  REQUIRE(made.bases.size() == 2);
  CHECK(made.bases[1].id == "b3");
  CHECK(made.bases[1].when == open);
}

TEST_CASE("a legal basis gives way to its successor on the day", "[localise]") {
  const std::vector<Basis> bases{basis("34/2007", {2007y / 7 / 1, 2023y / 6 / 30}, "10/2022"),
                                 basis("10/2022", {2023y / 7 / 1, std::nullopt}),
                                 basis("04/2012", {2012y / 10 / 15, std::nullopt})};
  CHECK(settled(bases, 2023y / 6 / 30) == "34/2007 04/2012 ");
  CHECK(settled(bases, 2023y / 7 / 1) == "10/2022 04/2012 ");
}

TEST_CASE("successors are followed to the one in force", "[localise]") {
  const std::vector<Basis> bases{basis("a", {{}, 2018y / 12 / 31}, "b"),
                                 basis("b", {2019y / 1 / 1, 2019y / 12 / 31}, "c"),
                                 basis("c", {2020y / 1 / 1, {}})};
  CHECK(settled(bases, 2018y / 1 / 1) == "a ");
  CHECK(settled(bases, 2019y / 6 / 1) == "b ");
  CHECK(settled(bases, 2021y / 1 / 1) == "c ");
}

TEST_CASE("a legal basis without successor in force is left out with a warning", "[localise]") {
  std::string said;
  CHECK(settled({basis("34/2007", {{}, 2023y / 6 / 30}), basis("x", {})}, 2023y / 7 / 1, &said) ==
        "x ");
  CHECK(
      said ==
      "cảnh báo: căn cứ Pháp lệnh số 34/2007 không có hiệu lực vào ngày 01/7/2023 và không có văn "
      "bản thay thế; đã bỏ khỏi văn bản [localise.basis-not-in-force]");
}

TEST_CASE("successors that run in a circle end", "[localise]") {
  std::string said;
  CHECK(settled({basis("a", {{}, 2018y / 1 / 1}, "b"), basis("b", {{}, 2018y / 1 / 1}, "a")},
                2020y / 1 / 1, &said)
            .empty());
  CHECK_FALSE(said.empty());
}
