#include "engine/inspect_job.hpp"

#include <optional>

#include "base/messages.hpp"
#include "render/word_template.hpp"
#include "template/json_text.hpp"
#include "template/plain_template.hpp"
#include "template/schema.hpp"

namespace quyche {
namespace {

std::string file_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

std::vector<std::string> places_of(const SchemaNode& node, Language language) {
  std::vector<std::string> places;
  for (auto use : node.uses) {
    use.file.clear();
    auto place = address(use, language);
    if (places.empty() || places.back() != place) places.push_back(std::move(place));
  }
  return places;
}

std::vector<TemplateVariable> parts_of(const SchemaNode& node, Language language);

TemplateVariable variable_of(const std::string& name, const SchemaNode& node, Language language) {
  TemplateVariable variable;
  variable.name = name;
  variable.kind = kind_word(node);
  variable.optional = node.presence == SchemaNode::Presence::optional;
  variable.conditional = node.presence == SchemaNode::Presence::conditional;
  variable.places = places_of(node, language);
  variable.parts = parts_of(node, language);
  return variable;
}

std::vector<TemplateVariable> parts_of(const SchemaNode& node, Language language) {
  std::vector<TemplateVariable> parts;
  for (const auto& [name, field] : node.fields) {
    parts.push_back(variable_of(name, *field, language));
  }
  if (node.entry != nullptr) parts.push_back(variable_of("*", *node.entry, language));
  if (node.item == nullptr) return parts;
  auto items = parts_of(*node.item, language);
  if (items.empty()) items.push_back(variable_of("[]", *node.item, language));
  parts.insert(parts.end(), items.begin(), items.end());
  return parts;
}

}  // namespace

InspectReport run_inspect_job(Workshop& workshop, const InspectJob& job) {
  const auto language = job.english ? Language::english : Language::vietnamese;
  const auto bytes = workshop.files().read(job.file);
  Diagnostics found;
  std::optional<WordTemplate> word;
  std::optional<PlainTemplate> plain;
  std::vector<const TemplateProgram*> programs;
  if (bytes.starts_with("PK")) {
    word.emplace(bytes, job.file, found);
    programs = word->programs();
  } else {
    plain.emplace(bytes, job.file);
    programs.push_back(&plain->program());
  }
  auto schema = infer_schema(programs);
  found.add(schema.findings);
  if (!job.data_file.empty()) {
    const auto data = value_from_json(workshop.files().read(job.data_file), job.data_file);
    found.add(check_data(*schema.root, data, job.data_file));
  }
  return {parts_of(*schema.root, language), json_schema(*schema.root, file_name(job.file)),
          found.findings()};
}

}  // namespace quyche
