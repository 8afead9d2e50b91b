#pragma once
// The cells that a block of an import names, by commune and name: asked for before the block is
// taken, so that memory does not grow with the register. For imports, inside their Change.

#include <map>
#include <string>
#include <utility>

#include "register/unit_tree.hpp"
#include "register/wanted_rows.hpp"

namespace quyche {

class CellIndex {
 public:
  CellIndex(WantedRows& wanted, const UnitTree& units) : wanted_(wanted), units_(units) {}

  /// The next look_up() is to find a cell of this name in this unit.
  void want(RowId unit, const std::string& name);
  /// Finds what is wanted and forgets what was found before.
  void look_up();

  /// A cell of this unit or of one that went into it; null when there is none.
  [[nodiscard]] Record* find(RowId unit, const std::string& name);
  Record& add(Record cell);
  [[nodiscard]] const std::map<RowId, Record>& all() const { return cells_; }

 private:
  WantedRows& wanted_;
  const UnitTree& units_;
  std::map<RowId, Record> cells_;
  std::map<std::pair<RowId, std::string>, RowId> names_;
};

}  // namespace quyche
