#pragma once
// The life of a cell's regulation: on every day a cell is in one state, under one unit. For imports
// and checks.

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "register/store.hpp"
#include "register/wanted_rows.hpp"

namespace quyche {

/// In the order in which they are reached.
inline constexpr std::array<std::string_view, 11> k_states{
    "not_started", "drafting",     "consulted", "adopted_by_cell", "issued",        "in_force",
    "amended",     "needs_review", "replaced",  "ended",           "not_applicable"};
/// A document counts as issued while it is in one of these: to be reviewed is still in force.
inline constexpr std::array<std::string_view, 4> k_issued_states{"issued", "in_force", "amended",
                                                                 "needs_review"};
inline constexpr const char* k_first_day = "0001-01-01";
inline constexpr const char* k_last_day = "9999-12-31";

[[nodiscard]] bool is_state(std::string_view state);
[[nodiscard]] bool counts_as_issued(std::string_view state);

/// The standings of cells, kept without gaps or overlaps.
class LifeCycles {
 public:
  /// Of every cell.
  explicit LifeCycles(Change& change);
  /// Of the cells wanted, and of those that start here.
  LifeCycles(Change& change, WantedRows& wanted);

  /// The standing of a cell on a day, or null for a cell without any.
  [[nodiscard]] const Record* on(RowId cell, std::string_view day) const;
  /// The first standing of a new cell: `state` from `day` on, "not_started" before; from the first
  /// day when `day` is empty.
  void start(RowId cell, RowId unit, const std::string& state, const std::string& day,
             RowId regulation);
  /// From `day` until the next change recorded: this state, this unit. False when that changes
  /// nothing.
  bool set(RowId cell, const std::string& day, const Values& wanted);
  /// The day a state began is corrected.
  bool move(RowId cell, RowId regulation, const std::string& day);

 private:
  void keep(std::vector<Record> records);
  void insert(RowId cell, Values values);

  Change& change_;
  std::map<RowId, std::vector<Record>> standings_;  ///< by cell, in order of days
};

}  // namespace quyche
