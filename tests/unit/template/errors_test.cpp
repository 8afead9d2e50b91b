#include <cstdlib>
#include <fstream>
#include <iterator>

#include "support/catch.hpp"
#include "support/caught.hpp"
#include "template/json_text.hpp"
#include "template/plain_template.hpp"

using namespace quyche;

namespace {

/// Limits small enough that what never ends is refused at once.
const RenderLimits k_limits{200'000, 100'000, 200, 20};

struct Block {
  std::string name;
  std::string text;
  std::string data;
  std::string says;
};

std::string path() { return QUYCHE_SOURCE_DIR "/tests/unit/template/errors.txt"; }

/// errors.txt: "### name", the template, "--- data", "--- says" and the whole report.
std::vector<Block> blocks() {
  std::ifstream file(path());
  std::vector<Block> out;
  std::string* part = nullptr;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("### ")) {
      out.push_back({line.substr(4), {}, {}, {}});
      part = &out.back().text;
    } else if (line == "--- data") {
      part = &out.back().data;
    } else if (line == "--- says") {
      part = &out.back().says;
    } else if (part != nullptr) {
      *part += (part->empty() ? "" : "\n") + line;
    }
  }
  return out;
}

std::string report(const Block& block) {
  return caught([&] {
    const auto data = value_from_json(block.data.empty() ? "{}" : block.data, "dulieu.json");
    static_cast<void>(PlainTemplate(block.text, "mau.txt").render(data, k_limits));
  });
}

}  // namespace

TEST_CASE("every kind of mistake in a template is reported whole", "[template]") {
  auto all = blocks();
  REQUIRE(all.size() >= 50);
  std::string accepted;
  for (const auto& block : all) {
    const auto says = report(block);
    CAPTURE(block.name);
    CHECK(says == block.says);
    accepted += "### " + block.name + '\n' + block.text + '\n';
    if (!block.data.empty()) accepted += "--- data\n" + block.data + '\n';
    accepted += "--- says\n" + says + '\n';
  }
  // QUYCHE_ACCEPT=1 takes what is said now; read the difference before committing it.
  if (std::getenv("QUYCHE_ACCEPT") != nullptr) std::ofstream(path()) << accepted;
}

TEST_CASE("mistakes are also said in English", "[template]") {
  CHECK(caught([] { PlainTemplate("{% if a %}{{ b|uper }}", "letter.txt"); }, Language::english) ==
        "letter.txt › line 1\n"
        "error: \"if\" has no \"endif\" [template.unclosed]\n"
        "  {% if a %}{{ b|uper }}\n"
        "     ^~  add a tag endif\n"
        "letter.txt › line 1\n"
        "error: there is no filter \"uper\" [template.unknown-filter]\n"
        "  {% if a %}{{ b|uper }}\n"
        "                 ^~~~  did you mean \"upper\"?");
}
