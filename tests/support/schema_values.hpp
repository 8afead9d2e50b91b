#pragma once
// Random values that fit a JSON Schema, made from its text alone: an independent reader of what the
// program exports. Owns its random numbers; the same seed gives the same values.

#include <cstdint>
#include <nlohmann/json.hpp>
#include <random>

namespace quyche {

class SchemaValues {
 public:
  explicit SchemaValues(std::uint32_t seed) : random_(seed) {}
  /// Knows what json_schema writes: type, properties, required, items, minItems, minimum, maximum,
  /// not const, format date, additionalProperties.
  [[nodiscard]] nlohmann::ordered_json value(const nlohmann::ordered_json& schema);

 private:
  std::size_t below(std::size_t count);
  std::string text();
  std::string date();
  nlohmann::ordered_json of_type(const std::string& type, const nlohmann::ordered_json& schema);
  nlohmann::ordered_json number(bool whole, const nlohmann::ordered_json& schema);
  nlohmann::ordered_json object(const nlohmann::ordered_json& schema);

  std::mt19937 random_;
  std::size_t depth_ = 0;
};

}  // namespace quyche
