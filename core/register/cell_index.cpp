#include "register/cell_index.hpp"

#include "base/text.hpp"

namespace quyche {

void CellIndex::want(RowId unit, const std::string& name) {
  const auto key = match_key(name);
  for (const auto id : units_.with_predecessors(unit)) wanted_.want(id, key);
}

void CellIndex::look_up() {
  cells_.clear();
  names_.clear();
  for (auto& record : wanted_.with("cell", "unit_id", "t.name_key")) add(std::move(record));
  wanted_.clear();
}

Record& CellIndex::add(Record cell) {
  names_.try_emplace({cell.reference("unit_id"), cell.text("name_key")}, cell.id);
  const auto id = cell.id;
  return cells_.insert_or_assign(id, std::move(cell)).first->second;
}

Record* CellIndex::find(RowId unit, const std::string& name) {
  const auto key = match_key(name);
  for (const auto id : units_.with_predecessors(unit)) {
    if (const auto found = names_.find({id, key}); found != names_.end()) {
      return &cells_.at(found->second);
    }
  }
  return nullptr;
}

}  // namespace quyche
