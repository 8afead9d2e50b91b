#pragma once
// Rows of a roster back into the register: what was exported and corrected, or lists clerks made
// themselves. For register import.

#include <map>
#include <string>
#include <vector>

#include "model/rows.hpp"
#include "register/cell_index.hpp"
#include "xlsx/roster_definition.hpp"

namespace quyche {

/// The columns of a roster that files may have, under all their headings.
[[nodiscard]] std::vector<Field> roster_fields(const RosterDefinition& roster);

class RecordImport {
 public:
  RecordImport(Change& change, const UnitTree& units, const RosterDefinition& roster,
               std::string day, bool merge_people);

  /// Finds what the register knows of these rows, which add() takes next.
  void look_up(const std::vector<const Row*>& rows);
  /// A row with a record number changes that record; else it is a new one of the cell it names. A
  /// blank says nothing, "-" empties. False when the row was left out; why is in `found`.
  bool add(const Row& row, Diagnostics& found);

 private:
  [[nodiscard]] Values values_of(const Row& row, Diagnostics& found) const;
  [[nodiscard]] const UnitForm* unit_of(const Row& row) const;
  Record* find_cell(const Row& row, Diagnostics& found);
  void look_up_people(const std::vector<const Row*>& rows);
  void look_up_numbers(const std::vector<const Row*>& rows);
  void know(Record record);
  /// Whether no other document of the same series has this number; takes it when so.
  bool take_number(const Row& row, const Values& document, RowId own, Diagnostics& found);
  bool change(const Row& row, Record& record, const Values& values, Diagnostics& found);
  bool add_new(const Row& row, Values values, Diagnostics& found);
  void set_only(Values& values) const;
  void ask_for_name(const Row& row, const Values& values, Diagnostics& found) const;
  bool complete_person(const std::string& cell, const std::string& key, const Values& values);

  Change& change_;
  const UnitTree& units_;
  const RosterDefinition& roster_;
  std::string day_;
  bool merge_people_;
  WantedRows wanted_;
  CellIndex cells_;
  std::map<RowId, Record> records_;       ///< this and what follows: of the rows last looked up
  std::map<std::string, RowId> numbers_;  ///< of outgoing documents, by number_key
  std::map<std::string, RowId> people_;   ///< cell, name, birth
};

}  // namespace quyche
