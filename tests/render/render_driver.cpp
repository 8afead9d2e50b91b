// Renders Word templates for the Python tests: one JSON object {"template", "data", "output"} a
// line in, {"done", "findings"} a line out; a finding is {"code", "severity", "text"}. A template
// stays compiled while the next line names it too.
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/environment.hpp"
#include "base/messages.hpp"
#include "render/word_template.hpp"
#include "template/json_text.hpp"

namespace {

using Json = nlohmann::ordered_json;

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

Json findings_json(const std::vector<quyche::Diagnostic>& findings) {
  auto list = Json::array();
  for (const auto& finding : findings) {
    list.push_back({{"code", finding.message.code},
                    {"severity", finding.severity == quyche::Severity::error ? "error" : "warning"},
                    {"text", quyche::show(finding, quyche::Language::english)}});
  }
  return list;
}

class Driver {
 public:
  Json answer(const Json& question) {
    quyche::Diagnostics found;
    try {
      const auto path = question.at("template").get<std::string>();
      if (path != path_ || !template_) {
        template_.reset();
        path_ = path;
        template_.emplace(read(path), path.substr(path.rfind('/') + 1), found);
      }
      const auto data = quyche::value_from_json(question.at("data").dump(), "data");
      std::string out;
      quyche::WordOptions options;
      options.sources = {&files_, path.substr(0, path.rfind('/')), std::nullopt};
      template_->render(data, compressor_, out, found, options);
      std::ofstream(question.at("output").get<std::string>(), std::ios::binary) << out;
      return {{"done", true}, {"findings", findings_json(found.findings())}};
    } catch (const quyche::Error& error) {
      return {{"done", false}, {"findings", findings_json(error.findings())}};
    }
  }

 private:
  std::string path_;
  std::optional<quyche::WordTemplate> template_;
  quyche::Compressor compressor_;
  quyche::DiskFiles files_;
};

}  // namespace

int main() {
  Driver driver;
  for (std::string line; std::getline(std::cin, line);) {
    std::cout << driver.answer(Json::parse(line)).dump() << std::endl;
  }
}
