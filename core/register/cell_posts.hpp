#pragma once
// Who holds which post of a cell, from when to when. For cell_import.

#include <map>
#include <string>
#include <vector>

#include "register/wanted_rows.hpp"

namespace quyche {

class CellPosts {
 public:
  /// Of the cells wanted, and of new ones.
  CellPosts(Change& change, WantedRows& wanted);

  /// Takes the names of `row` ("secretary", "village_head" …) as holding their posts on `day`; who
  /// held one before leaves it the day before.
  void keep(RowId cell, const Values& row, const std::string& day);

 private:
  RowId person(RowId cell, const std::string& name, bool is_member);
  void hold(RowId cell, const std::string& title, RowId person, const std::string& day);

  Change& change_;
  std::map<std::pair<RowId, std::string>, Record> people_;  ///< by cell and match key
  std::map<RowId, std::vector<Record>> posts_;              ///< by cell
};

}  // namespace quyche
