#pragma once
// Where a cell goes whose unit was split or ended without a successor: a person decides, the
// register keeps it from a day on. For register settle; owns nothing of the change it works in.

#include <string>
#include <vector>

#include "quyche/diagnostic.hpp"
#include "register/life_cycle.hpp"
#include "register/unit_tree.hpp"

namespace quyche {

/// One decision: the cell's record number, the code of its new unit, the day (ISO text; empty: the
/// new unit's first day).
struct Settled {
  std::string cell;
  std::string unit;
  std::string from;
  Place place;
};

class Settlement {
 public:
  Settlement(Change& change, const UnitTree& units, std::string day);

  /// False when the decision was left out; why is in `found`: register.unknown-record,
  /// register.unknown-unit, register.not-a-choice, register.settled-already.
  bool settle(const Settled& decision, Diagnostics& found);

 private:
  [[nodiscard]] const UnitForm* unit_of(const Settled& decision) const;

  const UnitTree& units_;
  std::string day_;
  LifeCycles life_;
};

}  // namespace quyche
