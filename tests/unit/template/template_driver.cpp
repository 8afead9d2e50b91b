// Renders templates for differential_test.py: one JSON object {"template", "data"} a line in, one
// {"text"} or {"error"} (the codes) a line out.
#include <iostream>
#include <nlohmann/json.hpp>

#include "template/json_text.hpp"
#include "template/plain_template.hpp"

namespace {

nlohmann::ordered_json answer(const nlohmann::ordered_json& question) {
  try {
    const auto data = quyche::value_from_json(question.at("data").dump(), "data");
    return {{"text", quyche::render_text(question.at("template").get<std::string>(), data)}};
  } catch (const quyche::Error& error) {
    std::string codes;
    for (const auto& finding : error.findings()) {
      codes += (codes.empty() ? "" : " ") + finding.message.code;
    }
    return {{"error", codes}};
  }
}

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    std::cout << answer(nlohmann::ordered_json::parse(line)).dump() << '\n';
  }
}
