#pragma once
// The tests of the language: what may stand behind `is`, by name.

#include <string_view>
#include <vector>

#include "template/value.hpp"

namespace quyche {

struct TestEntry {
  std::string_view name;
  bool (*holds)(const Value& subject, const std::vector<Value>& arguments);
  std::size_t arguments = 0;  ///< how many it takes, exactly
};

[[nodiscard]] const TestEntry* find_test(std::string_view name);
[[nodiscard]] std::vector<std::string> test_names();

}  // namespace quyche
