#include "template/name_table.hpp"

#include <map>
#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace quyche;

TEST_CASE("name table numbers names in the order they come, each once", "[template]") {
  NameTable table;
  CHECK(table.add("chi_bo") == std::pair(0U, true));
  CHECK(table.add("thôn") == std::pair(1U, true));
  CHECK(table.add("chi_bo") == std::pair(0U, false));
  CHECK(table.add("") == std::pair(2U, true));
  table.clear();
  CHECK(table.add("thôn") == std::pair(0U, true));
}

TEST_CASE("name table gives thousands of names the numbers that a map gives them", "[template]") {
  std::vector<std::string> names;
  for (int i = 0; i < 5000; ++i) names.push_back("ten_" + std::to_string(i % 3000 * 7919 % 4001));
  NameTable table;
  std::map<std::string, std::uint32_t> numbers;
  std::size_t wrong = 0;
  for (const auto& name : names) {
    const auto next = static_cast<std::uint32_t>(numbers.size());
    const auto [at, is_new] = numbers.try_emplace(name, next);
    wrong += table.add(name) == std::pair(at->second, is_new) ? 0U : 1U;
  }
  CHECK(wrong == 0);
}
