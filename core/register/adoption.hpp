#pragma once
// Who has issued and who has not, on any day, under the units of that day. For status, the summary
// roster and the reports.

#include <map>
#include <string>

#include "quyche/register.hpp"
#include "register/unit_tree.hpp"

namespace quyche {

enum class GroupBy { top, commune };  ///< top: districts, or communes once there are none

/// `unit`: only what lies in it; empty: everything. Lines stand in the order of names. Throws Error
/// register.unknown-unit.
[[nodiscard]] Adoption read_adoption(Store& store, const UnitTree& units, const std::string& day,
                                     const std::string& unit, GroupBy group);

/// What a cell of `seat` belongs to on a day; keeps the answer for the next cell of the same seat.
class SeatIndex {
 public:
  SeatIndex(const UnitTree& units, std::string day, std::string within);

  struct Seat {
    const UnitForm* commune = nullptr;
    const UnitForm* district = nullptr;  ///< null: no district level on that day
    bool decided = true;
    bool wanted = true;
    std::vector<const UnitForm*> choices;
  };
  const Seat& of(RowId unit);
  [[nodiscard]] const std::string& day() const { return day_; }

 private:
  const UnitTree& units_;
  std::string day_;
  std::string within_;
  std::map<RowId, Seat> seats_;
};

/// Throws Error register.unknown-unit when no unit has this code on any day.
void require_unit(const UnitTree& units, const std::string& code, const std::string& day);

}  // namespace quyche
