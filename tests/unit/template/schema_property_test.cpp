#include <array>
#include <fstream>
#include <sstream>

#include "support/catch.hpp"
#include "support/caught.hpp"
#include "support/schema_values.hpp"
#include "template/json_text.hpp"
#include "template/plain_template.hpp"
#include "template/schema.hpp"

using namespace quyche;

namespace {

std::vector<std::string> lines_of_file(const std::string& name) {
  std::ifstream file(QUYCHE_SOURCE_DIR "/tests/unit/template/" + name);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

std::string unfolded(std::string text) {
  const std::string sign = "⏎";
  for (auto at = text.find(sign); at != text.npos; at = text.find(sign)) {
    text.replace(at, sign.size(), "\n");
  }
  return text;
}

struct Case {
  std::string text;
  std::string data;
};

/// No schema says how two values meet, nor that a loop must have run.
bool depends_on_more(const std::string& text) {
  return text == "{{ x[i + 1] }}" || text.ends_with("{% endfor %}{{ ns.last }}");
}

/// The differential cases that use data and render it.
std::vector<Case> cases_with_data() {
  std::vector<Case> cases;
  for (const auto& line : lines_of_file("cases.tsv")) {
    const auto tab = line.find('\t');
    if (tab == line.npos || line.substr(tab + 1) == "{}" || line.starts_with("template\t")) {
      continue;
    }
    const auto data = line.substr(tab + 1);
    const auto text = unfolded(line.substr(0, tab));
    if (depends_on_more(text)) continue;
    if (caught([&] { static_cast<void>(render_text(text, value_from_json(data, "data"))); }) ==
        "nothing thrown") {
      cases.push_back({text, data});
    }
  }
  return cases;
}

}  // namespace

TEST_CASE("data that fits the schema of a template never fails its rendering", "[template]") {
  const auto cases = cases_with_data();
  REQUIRE(cases.size() > 120);
  std::uint32_t seed = 2026;
  std::size_t rendered = 0;
  for (const auto& [text, data] : cases) {
    const PlainTemplate compiled(text, "mau.txt");
    const std::array programs{&compiled.program()};
    const auto schema = infer_schema(programs);
    if (!schema.findings.empty()) continue;  // contradicts itself
    const auto json = nlohmann::ordered_json::parse(json_schema(*schema.root, "mau"));
    SchemaValues values(++seed);
    for (int i = 0; i < 100; ++i) {
      const auto given = values.value(json).dump();
      const auto value = value_from_json(given, "data");
      const auto problems = caught([&] { static_cast<void>(compiled.render(value)); });
      if (problems != "nothing thrown") {
        CAPTURE(text, given, problems);
        CHECK(false);
        break;
      }
      const auto checked = shown(check_data(*schema.root, value, "data"));
      if (checked.find("lỗi: ") != checked.npos) {
        CAPTURE(text, given, checked);
        CHECK(false);
        break;
      }
      ++rendered;
    }
  }
  CHECK(rendered > 11000);
}
