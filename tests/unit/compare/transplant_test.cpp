#include "compare/transplant.hpp"

#include <random>

#include "compare/derivation.hpp"
#include "localise/apply_amendments.hpp"
#include "support/catch.hpp"
#include "support/caught.hpp"
#include "support/provisions.hpp"

using namespace quyche;
using namespace quyche::sample;

namespace {

/// Four articles of four clauses; "Câu 23 của quy chế gồm sáu chữ cuối." is clause 3 of article 2.
Regulation model() {
  Regulation result;
  result.id = "vi-du/quy-che";
  for (int a = 1; a <= 4; ++a) {
    auto item = article("a" + std::to_string(a));
    item.heading = {words("Điều về việc " + std::to_string(a))};
    for (int k = 1; k <= 4; ++k) {
      item.children.push_back(
          saying(clause(item.id + ".k" + std::to_string(k)),
                 {words("Câu " + std::to_string(a * 10 + k) + " của quy chế gồm sáu chữ cuối.")}));
    }
    result.body.push_back(std::move(item));
  }
  return numbered(result);
}

Provision& clause_of(Regulation& regulation, std::size_t a, std::size_t k) {
  return regulation.body[a - 1].children[k - 1];
}

std::vector<std::string> texts_of(const Regulation& regulation) {
  std::vector<std::string> texts;
  for (const auto& listed : list_provisions(regulation, {})) {
    texts.push_back(listed.name + ": " + listed.text);
  }
  return texts;
}

struct Merge {
  Transplant transplant;
  Diagnostics found;
  Regulation text;
};

/// The local text made of `base`, carried over to `above`.
Merge rebased(const Regulation& base, const Regulation& above, const Regulation& local,
              const Choices& choices = {}) {
  Merge merge;
  Diagnostics derived;
  const auto list = derive_amendments(base, local, true, derived);
  REQUIRE(shown(derived.findings()) == "");
  merge.transplant = transplant_amendments(base, above, list, choices, merge.found);
  merge.text = above;
  Diagnostics refused;
  apply_amendments(merge.text.body, merge.transplant.list, {}, {}, refused);
  REQUIRE(shown(refused.findings()) == "");
  merge.text = numbered(merge.text);
  return merge;
}

using Random = std::mt19937;

/// Changes clauses of the articles that `mine` names, each in its own way; `who` signs the words.
Regulation edited(Regulation regulation, Random& random, const std::string& who,
                  const std::vector<std::size_t>& mine) {
  for (const auto a : mine) {
    auto& clauses = regulation.body[a].children;
    for (auto n = random() % 3 + 1; n > 0; --n) {
      const auto at = static_cast<std::ptrdiff_t>(random() % clauses.size());
      const auto label = who + std::to_string(random() % 100000);
      if (random() % 3 == 0) {
        clauses.insert(clauses.begin() + at,
                       saying(clause(label), {words("Thêm " + label + " vào chỗ này.")}));
      } else if (random() % 2 == 0 && clauses.size() > 1) {
        clauses.erase(clauses.begin() + at);
      } else {
        clauses[static_cast<std::size_t>(at)].text = {words("Viết lại " + label + " hết cả câu.")};
      }
    }
  }
  return numbered(regulation);
}

bool says(const Merge& merge, const std::string& sentence) {
  for (const auto& text : texts_of(merge.text)) {
    if (text.find(sentence) != std::string::npos) return true;
  }
  for (const auto& conflict : merge.transplant.conflicts) {
    for (const auto* side : {&conflict.above, &conflict.local}) {
      if (side->find(sentence) != std::string::npos) return true;
    }
  }
  return false;
}

/// Both change the words of clause 3 of article 2.
struct Quarrel {
  Regulation base = model();
  Regulation above = base;
  Regulation local = base;
  Quarrel() {
    clause_of(above, 2, 3).text = {words("Câu 23 của mẫu mới gồm sáu chữ cuối.")};
    clause_of(local, 2, 3).text = {words("Câu 23 của huyện nhà gồm sáu chữ cuối cùng.")};
  }
};

}  // namespace

TEST_CASE("edits of different articles commute when rebased", "[compare]") {
  const auto base = model();
  for (unsigned seed = 0; seed < 500; ++seed) {
    INFO("seed " << seed);
    Random random(seed);
    const bool outer = random() % 2 == 0;
    using Articles = std::vector<std::size_t>;
    const auto above = edited(base, random, "tren", outer ? Articles{0, 3} : Articles{0, 1});
    const auto local = edited(base, random, "duoi", outer ? Articles{1, 2} : Articles{2, 3});
    const auto one = rebased(base, above, local);
    const auto other = rebased(base, local, above);
    REQUIRE(shown(one.found.findings()) == "");
    REQUIRE(one.transplant.conflicts.empty());
    REQUIRE(other.transplant.conflicts.empty());
    REQUIRE(texts_of(one.text) == texts_of(other.text));
  }
}

TEST_CASE("edits of the same articles lose no sentence of either side in silence", "[compare]") {
  const auto base = model();
  for (unsigned seed = 0; seed < 500; ++seed) {
    INFO("seed " << seed);
    Random random(seed);
    const auto above = edited(base, random, "tren", {0, 1, 2});
    const auto local = edited(base, random, "duoi", {0, 1, 2});
    const auto merge = rebased(base, above, local);
    for (const auto* side : {&above, &local}) {
      for (const auto& listed : list_provisions(*side, {})) {
        const bool fresh = listed.text.find("Viết lại") == 0 || listed.text.find("Thêm") == 0;
        if (!fresh) continue;
        INFO(listed.text);
        REQUIRE(says(merge, listed.text));
      }
    }
  }
}

TEST_CASE("a clause that both sides reword or one removes is always a conflict", "[compare]") {
  const auto base = model();
  for (unsigned seed = 0; seed < 500; ++seed) {
    INFO("seed " << seed);
    Random random(seed);
    auto above = edited(base, random, "tren", {0});
    auto local = edited(base, random, "duoi", {3});
    const auto k = random() % 4 + 1;
    const auto way = random() % 3;
    if (way != 0) clause_of(above, 2, k).text = {words("Cấp trên viết lại cả câu.")};
    if (way != 1) clause_of(local, 2, k).text = {words("Huyện viết lại cả câu.")};
    const auto at = static_cast<std::ptrdiff_t>(k - 1);
    if (way == 0) above.body[1].children.erase(above.body[1].children.begin() + at);
    if (way == 1) local.body[1].children.erase(local.body[1].children.begin() + at);
    const auto merge = rebased(base, numbered(above), numbered(local));
    REQUIRE(merge.transplant.conflicts.size() == 1);
    CHECK(merge.transplant.conflicts.front().id == "a2.k" + std::to_string(k));
  }
}

TEST_CASE("a conflict carries the base, both wordings and a proposal", "[compare]") {
  const Quarrel quarrel;
  const auto merge = rebased(quarrel.base, quarrel.above, quarrel.local);
  REQUIRE(merge.transplant.conflicts.size() == 1);
  const auto& conflict = merge.transplant.conflicts.front();
  CHECK(conflict.kind == RebaseConflict::Kind::reworded_twice);
  CHECK(conflict.name == "khoản 3 Điều 2");
  CHECK(conflict.base == "Câu 23 của quy chế gồm sáu chữ cuối.");
  CHECK(conflict.above == "Câu 23 của mẫu mới gồm sáu chữ cuối.");
  CHECK(conflict.local == "Câu 23 của huyện nhà gồm sáu chữ cuối cùng.");
  CHECK(conflict.proposal == "Câu 23 của mẫu mới gồm sáu chữ cuối cùng.");
}

TEST_CASE("a decided conflict is carried out, in a wording on offer or in a new one", "[compare]") {
  const Quarrel quarrel;
  const auto asked = rebased(quarrel.base, quarrel.above, quarrel.local);
  const auto& conflict = asked.transplant.conflicts.front();
  for (const auto& chosen :
       {conflict.above, conflict.local, conflict.proposal, std::string("Câu 23 viết khác hẳn.")}) {
    const auto merge =
        rebased(quarrel.base, quarrel.above, quarrel.local, {{conflict.key, chosen}});
    CHECK(merge.transplant.conflicts.empty());
    CHECK(find(merge.text.body, "a2.k3")->text == Inlines{words(chosen)});
  }
}

TEST_CASE("what is local and now mandatory above is refused by name", "[compare]") {
  const auto base = model();
  auto above = base;
  clause_of(above, 2, 1).mandatory = true;
  clause_of(above, 2, 3).mandatory = true;
  auto local = base;
  clause_of(local, 2, 1).text = {words("Nói khác.")};
  local.body[1].children.erase(local.body[1].children.begin() + 2);
  const auto merge = rebased(base, above, numbered(local));
  CHECK(shown(merge.found.findings()) ==
        "lỗi: khoản 3 Điều 2 nay là quy định bắt buộc của cấp trên; phần điều chỉnh của địa phương "
        "bỏ hoặc sửa quy định này nên không được nhận [rebase.mandatory]\n"
        "  → bỏ mục sửa đổi này, hoặc viết nội dung riêng của địa phương thành khoản, điểm khác\n"
        "lỗi: khoản 1 Điều 2 nay là quy định bắt buộc của cấp trên; phần điều chỉnh của địa phương "
        "bỏ hoặc sửa quy định này nên không được nhận [rebase.mandatory]\n"
        "  → bỏ mục sửa đổi này, hoặc viết nội dung riêng của địa phương thành khoản, điểm khác");
  CHECK(texts_of(merge.text) == texts_of(above));
}

TEST_CASE("an addition whose neighbour is gone stands where the neighbour stood", "[compare]") {
  const auto base = model();
  auto above = base;
  above.body[1].children.erase(above.body[1].children.begin() + 2);
  auto local = base;
  auto& clauses = local.body[1].children;
  clauses.insert(clauses.begin() + 3, {saying(clause("x1"), {words("Thêm một.")}),
                                       saying(clause("x2"), {words("Thêm hai.")})});
  const auto merge = rebased(base, numbered(above), numbered(local));
  std::vector<std::string> said;
  for (const auto& each : merge.text.body[1].children) said.push_back(shown_words(each.text));
  CHECK(said == std::vector<std::string>{"Câu 21 của quy chế gồm sáu chữ cuối.",
                                         "Câu 22 của quy chế gồm sáu chữ cuối.", "Thêm một.",
                                         "Thêm hai.", "Câu 24 của quy chế gồm sáu chữ cuối."});
}

TEST_CASE("references to provisions that are gone are listed with their heirs", "[compare]") {
  const auto base = model();
  auto above = base;
  clause_of(above, 3, 1).id = "renamed";  // the same words under another id
  above.body[1].children.erase(above.body[1].children.begin() + 1);
  auto local = base;
  local.body[0].children.push_back(saying(
      clause("x"), {words("Theo "), refer("a3.k1"), words(" và "), refer("a2.k2"), words(".")}));
  const auto merge = rebased(base, numbered(above), numbered(local));
  REQUIRE(merge.transplant.references.size() == 2);
  CHECK(merge.transplant.references[0].before == "khoản 1 Điều 3");
  CHECK(merge.transplant.references[0].after == "khoản 1 Điều 3");
  CHECK(merge.transplant.references[1].before == "khoản 2 Điều 2");
  CHECK(merge.transplant.references[1].after == "");
}

TEST_CASE("an addition that the new model has adopted is not added twice", "[compare]") {
  const auto base = model();
  auto above = base;
  above.body[0].children.push_back(saying(clause("moi"), {words("Nội dung hay của huyện.")}));
  auto local = base;
  local.body[0].children.push_back(saying(clause("x"), {words("Nội dung hay của huyện.")}));
  const auto merge = rebased(base, numbered(above), numbered(local));
  CHECK(shown(merge.found.findings()) ==
        "cảnh báo: mẫu mới đã có nội dung địa phương từng thêm: «Nội dung hay của huyện.»; không "
        "thêm lần nữa [rebase.adopted]");
  CHECK(texts_of(merge.text) == texts_of(numbered(above)));
}

TEST_CASE("two additions at one place are both kept and reported", "[compare]") {
  const auto base = model();
  auto above = base;
  auto& new_clauses = above.body[0].children;
  new_clauses.insert(new_clauses.begin() + 1, saying(clause("moi"), {words("Mẫu thêm.")}));
  auto local = base;
  auto& clauses = local.body[0].children;
  clauses.insert(clauses.begin() + 1, saying(clause("x"), {words("Huyện thêm.")}));
  const auto merge = rebased(base, numbered(above), numbered(local));
  CHECK(shown(merge.found.findings()) ==
        "cảnh báo: địa phương và cấp trên cùng thêm nội dung tại một chỗ, cạnh khoản 2 Điều 1; cả "
        "hai được giữ, xem lại thứ tự [rebase.same-place]");
  CHECK(merge.text.body[0].children.size() == 6);
}
