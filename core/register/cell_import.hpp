#pragma once
// Rows of village data into the register: the cell, its regulation and where it stands, its number,
// and who holds which post. For register import; owns nothing of the change it works in.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/rows.hpp"
#include "register/cell_posts.hpp"
#include "register/life_cycle.hpp"
#include "register/unit_tree.hpp"

namespace quyche {

/// The cells of a register by commune and name.
class CellIndex {
 public:
  CellIndex(Store& store, const UnitTree& units);

  /// A cell of this unit or of one that went into it; null when there is none.
  [[nodiscard]] Record* find(RowId unit, const std::string& name);
  [[nodiscard]] Record* get(RowId cell);
  Record& add(Record cell);

 private:
  const UnitTree& units_;
  std::map<RowId, Record> cells_;
  std::map<std::pair<RowId, std::string>, RowId> names_;
};

class CellImport {
 public:
  /// `day`: for rows that say no day themselves.
  CellImport(Change& change, const UnitTree& units, std::string day);

  /// Adds or updates what the row says; a blank says nothing. Findings at the row's place, and
  /// false when it was left out because of them.
  bool add(const Row& row, Diagnostics& found);

 private:
  const UnitForm* unit_of(const Row& row, const std::string& day, Diagnostics& found) const;
  RowId keep_regulation(const Row& row, RowId cell);
  bool keep_number(const Row& row, RowId cell, Diagnostics& found);
  void keep_standing(const Row& row, RowId cell, RowId unit, RowId regulation);

  Change& change_;
  const UnitTree& units_;
  std::string day_;
  CellIndex cells_;
  LifeCycles life_;
  CellPosts posts_;
  std::map<RowId, std::vector<Record>> regulations_;
  std::map<std::string, RowId> numbers_;  ///< cell, type, term, number → outgoing
  std::set<RowId> seen_;                  ///< cells of this run
};

}  // namespace quyche
