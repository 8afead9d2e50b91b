#pragma once
// The rows of a roster out of the register, as of a day, in the order of units, cells and people.
// For the roster job; reads, never writes.

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "register/adoption.hpp"
#include "register/row_order.hpp"
#include "xlsx/roster_definition.hpp"
#include "xlsx/roster_workbook.hpp"

namespace quyche {

class RosterReading {
 public:
  /// Throws Error register.unknown-unit; roster.bad-column for a column the register has not.
  RosterReading(Store& store, const UnitTree& units, const RosterDefinition& roster,
                std::string day, std::string unit);

  void read(const TakeRow& take);
  /// Of a summary: what its lines were on these days, under the units of the roster's own day.
  [[nodiscard]] RosterTimeline timeline(const std::vector<Date>& days);

 private:
  /// Up to its last condition.
  [[nodiscard]] std::string joins() const;
  /// The cells that have a place on the day, as they follow each other in every roster.
  [[nodiscard]] std::vector<std::string> cells_in_order();
  [[nodiscard]] const UnitForm& line_unit(const SeatIndex::Seat& seat) const;
  void read_records(const TakeRow& take);
  void read_cells(const std::string& ids, RowOrder& order, const TakeRow& take);
  void read_adoption_lines(const TakeRow& take);
  [[nodiscard]] std::string value(std::size_t column, const SeatIndex::Seat& seat,
                                  std::span<const std::string> cells) const;

  Store& store_;
  const RosterDefinition& roster_;
  SeatIndex seats_;
  Database::Cells parameters_;
  Database::Cells selected_;
  std::vector<std::size_t> places_;  ///< of each column in what is selected; 0: not selected
  std::vector<std::size_t> only_places_;
};

}  // namespace quyche
