#pragma once
// One cell of a register as it was on a day: its units, who held which post, its members. Found by
// what a clerk types for it. For meetings and duties; reads, never writes.

#include <map>
#include <string>
#include <vector>

#include "register/adoption.hpp"

namespace quyche {

struct CellPerson {
  Record person;
  std::vector<std::string> titles;  ///< posts held on the day, as the register names them
  [[nodiscard]] bool is_member() const { return person.text("is_member") == "true"; }
  [[nodiscard]] bool holds(std::string_view title) const;
};

struct CellCard {
  Record cell;
  UnitForm commune;
  std::string district;            ///< title; empty: none on that day
  std::string province;            ///< title
  std::vector<CellPerson> people;  ///< those with posts first, then by name
  /// Who held the post; null when nobody is known.
  [[nodiscard]] const CellPerson* holder(std::string_view title) const;
};

class CellLookup {
 public:
  /// `unit`: only cells in it; empty: all.
  CellLookup(Store& store, const UnitTree& units, std::string day, const std::string& unit);

  /// By record number, Party code or name. Throws Error register.no-such-cell with the nearest
  /// name, register.many-cells with every one that may be meant, and those of card().
  [[nodiscard]] CellCard find(const std::string& code);
  /// Throws Error register.cell-undecided, register.cell-too-early: with the units of that day.
  [[nodiscard]] CellCard card(const Record& cell);
  /// All cells of the unit, in the order of communes and names.
  [[nodiscard]] std::vector<Record> all();
  /// The commune of a cell on the day, undecided or not.
  [[nodiscard]] const UnitForm& commune_of(const Record& cell);

 private:
  [[nodiscard]] const SeatIndex::Seat& seat_of(const Record& cell);
  [[noreturn]] void refuse_many(const std::string& code, const std::vector<Record>& cells);
  void add_people(CellCard& card);

  Store& store_;
  const UnitTree& units_;
  SeatIndex seats_;
  std::map<RowId, RowId> standings_;  ///< cell → unit
};

}  // namespace quyche
