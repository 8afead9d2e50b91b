#include "base/named_value.hpp"

namespace quyche {

const std::string& value_of(const Values& values, std::string_view name) {
  static const std::string k_empty;
  const auto found = values.find(name);
  return found == values.end() ? k_empty : found->second;
}

}  // namespace quyche
