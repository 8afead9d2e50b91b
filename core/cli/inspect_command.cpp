#include "cli/inspect_command.hpp"

#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/language.hpp"
#include "cli/report.hpp"

namespace quyche::cli {
namespace {

using Json = nlohmann::ordered_json;
constexpr std::size_t k_places_shown = 4;

Json json_of(const std::vector<TemplateVariable>& variables) {
  Json out = Json::array();
  for (const auto& variable : variables) {
    out.push_back({{"name", variable.name},
                   {"kind", variable.kind},
                   {"optional", variable.optional},
                   {"conditional", variable.conditional},
                   {"places", variable.places},
                   {"parts", json_of(variable.parts)}});
  }
  return out;
}

std::string places_of(const TemplateVariable& variable) {
  std::string out;
  for (std::size_t i = 0; i < variable.places.size() && i < k_places_shown; ++i) {
    out += (i > 0 ? "; " : "") + variable.places[i];
  }
  if (variable.places.size() <= k_places_shown) return out;
  return out + "; " +
         words("cli.inspect-more", {std::to_string(variable.places.size() - k_places_shown)});
}

void print_tree(const std::vector<TemplateVariable>& variables, const std::string& indent) {
  for (const auto& variable : variables) {
    std::cout << indent << variable.name << "  (" << words("cli.inspect-kind", {variable.kind});
    if (variable.optional) std::cout << "; " << words("cli.inspect-optional");
    if (variable.conditional) std::cout << "; " << words("cli.inspect-conditional");
    std::cout << ")  " << places_of(variable) << '\n';
    print_tree(variable.parts, indent + "  ");
  }
}

}  // namespace

void run_inspect(Engine& engine, const Arguments& arguments) {
  const auto report = engine.inspect({arguments.inputs.front(), arguments.data_file, english()});
  if (arguments.schema) {
    std::cout << report.schema;
  } else if (arguments.json) {
    std::cout << json_of(report.variables).dump(2) << '\n';
  } else {
    print_tree(report.variables, {});
  }
  Diagnostics found;
  found.add(report.findings);
  if (!found.has_errors()) return print_findings(report.findings);
  throw Error(report.findings);
}

}  // namespace quyche::cli
