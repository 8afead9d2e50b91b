#include "register/number_series.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/named_value.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_most_digits = 9;
constexpr int k_longest_gap = 50;  // more is a slip of the pen, not fifty lost papers

void report(Store& store, Severity severity, Text message, Diagnostics& found) {
  found.add({severity, std::move(message), {store.database().name(), {}, {}, 0, 0}, {}});
}

std::string missing_between(const std::set<int>& numbers) {
  std::string missing;
  int last = *numbers.begin();
  for (const int number : numbers) {
    const bool is_long = number - last > k_longest_gap;
    for (int gap = last + 1; !is_long && gap < number; ++gap) {
      missing += (missing.empty() ? "" : ", ") + std::to_string(gap);
    }
    if (is_long) {
      missing += (missing.empty() ? "" : ", ") + std::to_string(last + 1) + "–" +
                 std::to_string(number - 1);
    }
    last = number;
  }
  return missing;
}

}  // namespace

std::string number_key(const Values& outgoing) {
  auto number = value_of(outgoing, "number");
  if (number.empty()) return {};
  number.erase(0, std::min(number.find_first_not_of('0'), number.size() - 1));  // 01 is 1
  return value_of(outgoing, "cell_id") + "|" + value_of(outgoing, "type") + "|" +
         value_of(outgoing, "term") + "|" + number;
}

void check_numbers(Store& store, Diagnostics& found) {
  std::map<std::string, std::set<int>> series;
  store.database().read(
      {"o.cell_id", "o.type", "o.term", "o.number", "c.name"},
      "FROM outgoing o JOIN cell c ON c.id=o.cell_id ORDER BY o.id", {},
      [&](const Database::Cells& cells) {
        const auto& digits = cells[3];
        if (digits.empty() || digits.size() > k_most_digits ||
            digits.find_first_not_of("0123456789") != std::string::npos) {
          return;
        }
        auto& numbers = series[cells[4] + " (" + cells[0] + ") " + cells[1] + " " + cells[2]];
        if (!numbers.insert(std::stoi(digits)).second) {
          report(store, Severity::error,
                 {"register.twin-number", {cells[4], cells[1], cells[2], digits}}, found);
        }
      });
  for (const auto& [name, numbers] : series) {
    const auto missing = missing_between(numbers);
    if (missing.empty()) continue;
    report(store, Severity::warning, {"register.number-gap", {name, missing}}, found);
  }
}

}  // namespace quyche
