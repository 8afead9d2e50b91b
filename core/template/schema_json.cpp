// A schema as JSON Schema, and its kinds as words.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/messages.hpp"
#include "base/text.hpp"
#include "template/schema.hpp"

namespace quyche {
namespace {

using Json = nlohmann::ordered_json;

struct KindWord {
  KindSet kinds;
  const char* json;
  const char* word;
};
// Whole numbers are numbers: the first that covers what is left is taken.
constexpr std::array<KindWord, 7> k_words{{{k_text_kind, "string", "string"},
                                           {k_numeric_kinds, "number", "number"},
                                           {k_whole_kind, "integer", "integer"},
                                           {k_boolean_kind, "boolean", "boolean"},
                                           {k_list_kind, "array", "list"},
                                           {k_object_kind, "object", "mapping"},
                                           {k_null_kind, "null", "none"}}};

KindSet settled_kinds(const SchemaNode& node) {
  const auto chosen = static_cast<KindSet>(node.kinds & node.preferred);
  return (chosen & ~k_null_kind) == 0 ? node.kinds
                                      : static_cast<KindSet>(chosen | (node.kinds & k_null_kind));
}

template <typename Take>
void each_word(KindSet kinds, const Take& take) {
  for (const auto& word : k_words) {
    if ((kinds & word.kinds) != word.kinds) continue;
    take(word);
    kinds &= static_cast<KindSet>(~word.kinds);
  }
}

/// họ_tên → Họ tên
std::string title_of(std::string name) {
  for (auto& letter : name) {
    if (letter == '_') letter = ' ';
  }
  return capitalise(name);
}

std::string address(const Place& place) {
  std::string out;
  for (const auto& step : place.steps) out += (out.empty() ? "" : " › ") + step.value;
  return out;
}

std::string used_at(const SchemaNode& node) {
  constexpr std::size_t k_most_places = 5;
  std::vector<std::string> places;
  for (const auto& use : node.uses) {
    auto place = address(use);
    if (places.empty() || places.back() != place) places.push_back(std::move(place));
  }
  if (places.empty()) return {};
  std::string out;
  for (std::size_t i = 0; i < std::min(places.size(), k_most_places); ++i) {
    out += (i > 0 ? ", " : "") + places[i];
  }
  if (places.size() > k_most_places) out += ", …";
  return sentence({"schema.used-at", {out}}, Language::vietnamese);
}

Json written(const SchemaNode& node);

void add_kinds(Json& out, KindSet kinds) {
  if (kinds == k_any_kind) return;
  Json types = Json::array();
  each_word(kinds, [&types](const KindWord& word) { types.push_back(word.json); });
  out["type"] = types.size() == 1 ? types.front() : types;
}

void add_fields(Json& out, const SchemaNode& node) {
  Json required = Json::array();
  for (const auto& [name, field] : node.fields) {
    auto& entry = out["properties"][name];
    entry = {{"title", title_of(name)}};
    entry.update(written(*field));
    if (field->presence != SchemaNode::Presence::optional) required.push_back(name);
  }
  if (!required.empty()) out["required"] = std::move(required);
  if (node.entry != nullptr) out["additionalProperties"] = written(*node.entry);
}

void add_number(Json& out, const SchemaNode& node) {
  if (node.least) out["minimum"] = *node.least;
  if (node.most) out["maximum"] = *node.most;
  if (node.is_divisor) out["not"] = {{"const", 0}};
}

void add_list(Json& out, const SchemaNode& node) {
  if (node.least_items > 0) out["minItems"] = node.least_items;
  if (node.most_items) out["maxItems"] = *node.most_items;
  if (node.item != nullptr) out["items"] = written(*node.item);
}

Json written(const SchemaNode& node) {
  Json out = Json::object();
  const auto kinds = settled_kinds(node);
  if (const auto places = used_at(node); !places.empty()) out["description"] = places;
  add_kinds(out, kinds);
  if (node.is_date) out["format"] = "date";
  if ((kinds & k_numeric_kinds) != 0 && kinds != k_any_kind) add_number(out, node);
  if ((kinds & k_list_kind) != 0) add_list(out, node);
  if ((kinds & k_object_kind) != 0) add_fields(out, node);
  return out;
}

}  // namespace

KindSet fitting_kinds(const SchemaNode& node) { return settled_kinds(node); }

std::string kind_word(const SchemaNode& node) {
  if (node.is_date) return "date";
  const auto kinds = settled_kinds(node);
  if (kinds == k_any_kind) return "any";
  std::string out;
  each_word(kinds, [&out](const KindWord& word) {
    if (!out.empty()) out += ", ";
    out += word.word;
  });
  return out;
}

std::string json_schema(const SchemaNode& root, const std::string& title) {
  Json out = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", title}};
  out.update(written(root));
  return out.dump(2) + '\n';
}

}  // namespace quyche
