#pragma once
// The records that a block of an import needs, asked for together: what the block names is put into
// a temporary table, and the database picks from it. So that an import keeps a block in memory and
// not the whole register. For imports, inside their Change.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "register/store.hpp"

namespace quyche {

class WantedRows {
 public:
  /// Makes the table; it goes with the connection.
  explicit WantedRows(Store& store);

  void want(RowId id, std::string text = {});
  /// Records of `table` whose `column` is a wanted id, in the order of their ids.
  [[nodiscard]] std::vector<Record> with(std::string_view table, const std::string& column);
  /// The same where also `expression` of table `t` is the text wanted beside that id.
  [[nodiscard]] std::vector<Record> with(std::string_view table, const std::string& column,
                                         const std::string& expression);
  /// Nothing is wanted any longer.
  void clear();

 private:
  void put_down();

  Store& store_;
  Database::Block waiting_;
  bool is_clean_ = true;  ///< nothing stands in the table
};

}  // namespace quyche
