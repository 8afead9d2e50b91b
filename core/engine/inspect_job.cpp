#include "engine/inspect_job.hpp"

#include <array>
#include <optional>

#include "base/messages.hpp"
#include "engine/list_lines.hpp"
#include "render/whole_schema.hpp"
#include "template/json_text.hpp"
#include "template/plain_template.hpp"

namespace quyche {
namespace {

std::string file_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

/// What a template wants in the words of the one who asks; places of included documents are told
/// with their file.
struct Words {
  const std::string& file;  ///< of the template itself
  Language language;
};

std::vector<std::string> places_of(const SchemaNode& node, const Words& words) {
  std::vector<std::string> places;
  for (auto use : node.uses) {
    if (use.file == words.file) use.file.clear();
    auto place = address(use, words.language);
    if (places.empty() || places.back() != place) places.push_back(std::move(place));
  }
  return places;
}

std::vector<TemplateVariable> parts_of(const SchemaNode& node, const Words& words);

TemplateVariable variable_of(const std::string& name, const SchemaNode& node, const Words& words) {
  TemplateVariable variable;
  variable.name = name;
  variable.kind = kind_word(node);
  variable.optional = node.presence == SchemaNode::Presence::optional;
  variable.conditional = node.presence == SchemaNode::Presence::conditional;
  variable.places = places_of(node, words);
  variable.parts = parts_of(node, words);
  return variable;
}

std::vector<TemplateVariable> parts_of(const SchemaNode& node, const Words& words) {
  std::vector<TemplateVariable> parts;
  for (const auto& [name, field] : node.fields) {
    parts.push_back(variable_of(name, *field, words));
  }
  if (node.entry != nullptr) parts.push_back(variable_of("*", *node.entry, words));
  if (node.item == nullptr) return parts;
  auto items = parts_of(*node.item, words);
  if (items.empty()) items.push_back(variable_of("[]", *node.item, words));
  parts.insert(parts.end(), items.begin(), items.end());
  return parts;
}

/// A list is checked row by row elsewhere.
void refuse_list(const InspectJob& job) {
  if (!is_list(job.data_file)) return;
  refuse_other(job.data_file);
  throw Error(Diagnostic{Severity::error,
                         {"inspect.is-a-list", {job.data_file}},
                         {job.data_file, {}, {}, 0, 0},
                         {{"hint.inspect.is-a-list", {job.file, job.data_file}}}});
}

}  // namespace

InspectReport run_inspect_job(Workshop& workshop, const InspectJob& job) {
  const auto language = job.english ? Language::english : Language::vietnamese;
  const auto bytes = workshop.files().read(job.file);
  Diagnostics found;
  std::optional<WordTemplate> word;
  std::optional<PlainTemplate> plain;
  TemplateSchema schema;
  if (bytes.starts_with("PK")) {
    word.emplace(bytes, job.file, found);
    schema =
        whole_schema(*word, job.file, sources_beside(workshop.files(), job.file, job.data_file));
  } else {
    plain.emplace(bytes, job.file);
    schema = infer_schema(std::array{&plain->program()});
  }
  found.add(schema.findings);
  if (!job.data_file.empty()) {
    refuse_list(job);
    const auto data = value_from_json(workshop.files().read(job.data_file), job.data_file);
    found.add(check_data(*schema.root, data, job.data_file));
  }
  return {parts_of(*schema.root, {job.file, language}),
          json_schema(*schema.root, file_name(job.file)), found.findings()};
}

}  // namespace quyche
