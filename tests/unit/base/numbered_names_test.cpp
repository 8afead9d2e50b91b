#include "base/numbered_names.hpp"

#include <map>
#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace quyche;

TEST_CASE("numbered names have numbers in the order they come, each once", "[base]") {
  NumberedNames table;
  CHECK(table.add("chi_bo") == std::pair(0U, true));
  CHECK(table.add("thôn") == std::pair(1U, true));
  CHECK(table.add("chi_bo") == std::pair(0U, false));
  CHECK(table.add("") == std::pair(2U, true));
  CHECK(table.add("thôn") == std::pair(1U, false));
}

TEST_CASE("numbered names number thousands of names as a map would", "[base]") {
  std::vector<std::string> names;
  for (int i = 0; i < 5000; ++i) names.push_back("ten_" + std::to_string(i % 3000 * 7919 % 4001));
  NumberedNames table;
  std::map<std::string, std::uint32_t> numbers;
  std::size_t wrong = 0;
  for (const auto& name : names) {
    const auto next = static_cast<std::uint32_t>(numbers.size());
    const auto [at, is_new] = numbers.try_emplace(name, next);
    wrong += table.add(name) == std::pair(at->second, is_new) ? 0U : 1U;
  }
  CHECK(wrong == 0);
}
