#pragma once
// Rows of some cells in the order of a list: by cell, by name, by record. For RosterReading, which
// reads few cells at a time; keeps their rows until they are given.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "register/schema.hpp"
#include "xlsx/roster_workbook.hpp"

namespace quyche {

class RowOrder {
 public:
  /// `source`: the table the rows are of.
  explicit RowOrder(const Table& source);
  /// The next cell in order.
  void expect(const std::string& cell);
  /// What add() needs at the front of each row, from c (cell), t (the row), p (its person).
  [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }
  void add(const std::vector<std::string>& keys, const RosterCells& row);
  void give(const TakeRow& take);

 private:
  struct Waiting {
    std::size_t cell = 0;
    std::string name;  ///< sort keys
    std::int64_t record = 0;
    RosterCells row;
  };
  std::vector<std::string> columns_;
  std::map<std::string, std::size_t> cells_;
  std::vector<Waiting> rows_;
};

}  // namespace quyche
