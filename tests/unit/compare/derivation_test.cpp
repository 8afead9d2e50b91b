#include "compare/derivation.hpp"

#include <random>

#include "localise/apply_amendments.hpp"
#include "support/catch.hpp"
#include "support/caught.hpp"
#include "support/provisions.hpp"

using namespace quyche;
using namespace quyche::sample;

namespace {

Inline shown_term(const std::string& name, const std::string& shown) {
  return {Inline::Kind::term, name, shown, {}};
}

/// Three chapters of articles with clauses and points; every sentence is its own.
Regulation model() {
  Regulation result;
  result.id = "vi-du/quy-che";
  auto& village = result.fields.emplace_back();
  village.name = "village_name";
  village.label = "Tên thôn";
  int count = 0;
  const auto sentence = [&count] {
    ++count;
    return Inlines{words("Câu số " + std::to_string(count) + " của "),
                   shown_term("village", "thôn"), words(" "), blank("village_name"),
                   words(" nói về việc " + std::to_string(count * 17) + ".")};
  };
  for (int c = 1; c <= 3; ++c) {
    auto part = chapter("c" + std::to_string(c));
    part.heading = {words("Chương nói về việc " + std::to_string(c))};
    for (int a = 1; a <= 3; ++a) {
      auto item = article(part.id + ".a" + std::to_string(a));
      item.heading = {words("Điều nói về việc " + std::to_string(c * 10 + a))};
      for (int k = 1; k <= 3; ++k) {
        item.children.push_back(saying(clause(item.id + ".k" + std::to_string(k)), sentence()));
      }
      item.children.back().children = {saying(point(item.id + ".p1"), sentence()),
                                       saying(point(item.id + ".p2"), sentence())};
      part.children.push_back(std::move(item));
    }
    result.body.push_back(std::move(part));
  }
  return numbered(result);
}

class Editor {
 public:
  explicit Editor(unsigned seed) : random_(seed) {}

  Regulation edit(Regulation regulation) {
    for (unsigned i = pick(6) + 1; i > 0; --i) edit_once(regulation.body);
    return numbered(regulation);
  }

 private:
  unsigned pick(std::size_t count) { return static_cast<unsigned>(random_() % count); }

  Provision& article_of(std::vector<Provision>& body) {
    auto& articles = body[pick(body.size())].children;
    return articles[pick(articles.size())];
  }

  void edit_once(std::vector<Provision>& body) {
    auto& home = article_of(body).children;
    auto& other = article_of(body).children;
    const auto at = static_cast<std::ptrdiff_t>(pick(home.size() + 1));
    const bool past = at == static_cast<std::ptrdiff_t>(home.size());
    const auto fresh = "fresh" + std::to_string(++fresh_);
    if (past || pick(4) == 0) {
      home.insert(home.begin() + at,
                  saying(clause(fresh), {words("Khoản mới " + fresh + " thêm vào đây.")}));
    } else if (pick(3) == 0) {
      home.erase(home.begin() + at);
    } else if (pick(2) == 0) {
      // A sentence on disk has no white space at its ends.
      auto& text = home[static_cast<std::size_t>(at)].text;
      text.back().value = text.size() > 1 ? " nay nói về việc khác hẳn." : "Nay nói việc khác.";
    } else {
      auto moved = home[static_cast<std::size_t>(at)];
      home.erase(home.begin() + at);
      other.insert(other.begin() + pick(other.size() + 1), std::move(moved));
    }
  }

  std::mt19937 random_;
  int fresh_ = 0;
};

std::vector<std::string> texts_of(const Regulation& regulation) {
  std::vector<std::string> texts;
  for (const auto& listed : list_provisions(regulation, {})) {
    texts.push_back(listed.name + ": " + listed.text);
  }
  return texts;
}

Regulation applied(Regulation regulation, const std::vector<Amendment>& list) {
  Diagnostics found;
  apply_amendments(regulation.body, list, {}, {}, found);
  REQUIRE(shown(found.findings()) == "");
  return numbered(regulation);
}

std::vector<Amendment> read_back(const std::string& xml) {
  MemoryFiles files;
  files.write("amendments.xml", xml);
  return read_amendments(files, "amendments.xml").list;
}

}  // namespace

TEST_CASE("derived amendments applied to the model give the edited text", "[compare]") {
  const auto before = model();
  for (unsigned seed = 0; seed < 500; ++seed) {
    const auto after = Editor(seed).edit(before);
    for (const bool trust_ids : {true, false}) {
      INFO("seed " << seed << ", ids " << trust_ids);
      Diagnostics found;
      const auto list = derive_amendments(before, after, trust_ids, found);
      REQUIRE(shown(found.findings()) == "");
      REQUIRE(texts_of(applied(before, list)) == texts_of(after));
      REQUIRE(texts_of(applied(before, read_back(write_amendments(before, list)))) ==
              texts_of(after));
    }
  }
}

TEST_CASE("a reworded sentence keeps the model's fields and terms", "[compare]") {
  const auto before = model();
  auto after = before;
  // As Word gives it back: words without terms.
  after.body[0].children[0].children[0].text = {words("Câu số 1 của thôn "), blank("village_name"),
                                                words(" nay nói về việc khác.")};
  Diagnostics found;
  const auto list = derive_amendments(before, after, false, found);
  CHECK(write_amendments(before, list) ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<amendments xmlns=\"urn:quyche:amendments:1\"\n"
        "            xmlns:a=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"\n"
        "            xmlns:q=\"urn:quyche:regulation:1\"\n"
        "            model=\"vi-du/quy-che\">\n"
        "  <reword target=\"c1.a1.k1\">\n"
        "      <a:paragraph wId=\"c1.a1.k1\">\n"
        "        <a:content><a:p>Câu số 1 của <a:inline name=\"term\" q:term=\"village\">thôn"
        "</a:inline> <a:placeholder q:field=\"village_name\" originalText=\"[Tên thôn]\">"
        "[Tên thôn]</a:placeholder> nay nói về việc khác.</a:p></a:content>\n"
        "      </a:paragraph>\n"
        "  </reword>\n"
        "</amendments>\n");
}

TEST_CASE("removing or rewording a mandatory provision is refused by name", "[compare]") {
  auto before = model();
  before.body[0].children[0].children[0].mandatory = true;
  before.body[0].children[0].children[1].mandatory = true;
  auto after = before;
  after.body[0].children[0].children[0].text.back().value = " nói khác.";
  after.body[0].children[0].children.erase(after.body[0].children[0].children.begin() + 1);
  Diagnostics found;
  (void)derive_amendments(before, numbered(after), true, found);
  CHECK(shown(found.findings()) ==
        "điều khoản c1.a1.k2\n"
        "lỗi: khoản 2 Điều 1 là quy định bắt buộc của cấp trên, bản sửa đã bỏ hoặc chuyển chỗ "
        "[derive.mandatory-removed]\n"
        "  → khôi phục nguyên văn quy định này trong bản sửa; muốn thêm thì viết thành khoản, "
        "điểm riêng\n"
        "điều khoản c1.a1.k1\n"
        "lỗi: khoản 1 Điều 1 là quy định bắt buộc của cấp trên, bản sửa đã sửa lời "
        "[derive.mandatory-reworded]\n"
        "  → khôi phục nguyên văn quy định này trong bản sửa; muốn thêm thì viết thành khoản, "
        "điểm riêng");
}
