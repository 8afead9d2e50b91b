#include "support/schema_values.hpp"

#include <algorithm>
#include <array>

namespace quyche {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array k_words{"",        "Đảng ủy", "Lê Thị Mẫu", "a & b < c > \"d\"",
                             "{{ x }}", "\n\t",    "ỳ",          "12",
                             "-3,5",    "😀",       "%s %d",      "{0}",
                             "none",    "' ; --",  "a/b",        "\u00A0",
                             "ệ ử đ",   "0",       "2026-02-03", "}}%}#}"};

}  // namespace

std::size_t SchemaValues::below(std::size_t count) {
  return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
}

std::string SchemaValues::text() {
  std::string out = k_words.at(below(k_words.size()));
  while (below(3) == 0) out += k_words.at(below(k_words.size()));
  return out;
}

std::string SchemaValues::date() {
  const auto two = [](std::size_t number) {
    return std::string(number < 10 ? "0" : "") + std::to_string(number);
  };
  return std::to_string(1930 + below(150)) + '-' + two(1 + below(12)) + '-' + two(1 + below(28));
}

Json SchemaValues::number(bool whole, const Json& schema) {
  const auto least = schema.value("minimum", std::int64_t{-1'000'000});
  const auto most = schema.value("maximum", std::int64_t{1'000'000});
  // Both ends, and what stands near nought.
  const std::array<std::int64_t, 4> sizes{3, 100, 1'000'000, most};
  const auto size = sizes.at(below(sizes.size()));
  const auto low = std::max(least, -size);
  const auto high = std::max(low, std::min(most, size));
  auto out = std::uniform_int_distribution<std::int64_t>(low, high)(random_);
  const bool no_zero = schema.contains("not");
  if (no_zero && out == 0) out = high > 0 ? 1 : -1;
  if (whole || below(2) == 0) return out;
  const auto fraction = static_cast<double>(out) / 4;
  return fraction < static_cast<double>(least) ? static_cast<double>(least) : fraction;
}

Json SchemaValues::object(const Json& schema) {
  Json out = Json::object();
  const auto required = schema.value("required", std::vector<std::string>());
  const auto fields = schema.value("properties", Json::object());
  for (const auto& [name, field] : fields.items()) {
    const bool must = std::find(required.begin(), required.end(), name) != required.end();
    if (must || below(2) == 0) out[name] = value(field);
  }
  if (!schema.contains("additionalProperties")) return out;
  for (auto count = below(4); count > 0; --count) {
    out["k" + text()] = value(schema.at("additionalProperties"));
  }
  return out;
}

Json SchemaValues::of_type(const std::string& type, const Json& schema) {
  if (type == "null") return nullptr;
  if (type == "boolean") return below(2) == 0;
  if (type == "integer" || type == "number") return number(type == "integer", schema);
  if (type == "string") return schema.contains("format") ? date() : text();
  if (type == "object") return object(schema);
  Json out = Json::array();
  const auto least = schema.value("minItems", std::size_t{0});
  const auto most = schema.value("maxItems", least + 3);
  for (auto count = std::min(least + below(4), most); count > 0; --count) {
    out.push_back(value(schema.value("items", Json::object())));
  }
  return out;
}

Json SchemaValues::value(const Json& schema) {
  static const std::vector<std::string> k_all{"null",   "boolean", "integer", "number",
                                              "string", "array",   "object"};
  auto types = k_all;
  if (schema.contains("type")) {
    const auto& type = schema.at("type");
    types = type.is_array() ? type.get<std::vector<std::string>>()
                            : std::vector<std::string>{type.get<std::string>()};
  } else if (++depth_ > 3) {
    types.resize(5);
  }
  auto out = of_type(types.at(below(types.size())), schema);
  if (!schema.contains("type")) --depth_;
  return out;
}

}  // namespace quyche
