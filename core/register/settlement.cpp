#include "register/settlement.hpp"

#include <algorithm>

#include "base/date.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_longest_id = 18;

void report(Diagnostics& found, const Settled& decision, Text message,
            std::vector<Text> hints = {}) {
  found.add({Severity::error, std::move(message), decision.place, std::move(hints)});
}

RowId number_of(const std::string& text) {
  const bool is_number = !text.empty() && text.size() < k_longest_id &&
                         text.find_first_not_of("0123456789") == std::string::npos;
  return is_number ? std::stoll(text) : 0;
}

std::string listed(const std::vector<const UnitForm*>& units) {
  std::string all;
  for (const auto* unit : units) {
    all += (all.empty() ? "" : ", ") + unit_title(*unit) + " (" + unit->code + ")";
  }
  return all;
}

}  // namespace

Settlement::Settlement(Change& change, const UnitTree& units, std::string day)
    : units_(units), day_(std::move(day)), life_(change) {}

const UnitForm* Settlement::unit_of(const Settled& decision) const {
  const auto& day = decision.from.empty() ? day_ : decision.from;
  return units_.find(decision.unit, day);
}

bool Settlement::settle(const Settled& decision, Diagnostics& found) {
  const auto cell = number_of(decision.cell);
  const auto* now = cell == 0 ? nullptr : life_.on(cell, day_);
  if (now == nullptr) {
    report(found, decision, {"register.unknown-record", {decision.cell}},
           {{"hint.register-settle", {}}});
    return false;
  }
  const auto* unit = unit_of(decision);
  if (unit == nullptr || unit->level != "commune") {
    report(found, decision, {"register.unknown-unit", {decision.unit}},
           {{"hint.register-unit", {}}});
    return false;
  }
  const auto from = decision.from.empty() ? unit->from : decision.from;
  const auto* then = life_.on(cell, from);
  const auto successor = units_.on_day(then->reference("unit_id"), from);
  if (successor.decided) {
    report(found, decision,
           {"register.settled-already", {decision.cell, unit_title(*successor.unit)}});
    return false;
  }
  const auto& choices = successor.choices;
  if (!choices.empty() && std::find(choices.begin(), choices.end(), unit) == choices.end()) {
    report(found, decision,
           {"register.not-a-choice", {decision.cell, unit_title(*unit), listed(choices)}});
    return false;
  }
  return life_.set(cell, from, {{"unit_id", std::to_string(unit->id)}});
}

}  // namespace quyche
