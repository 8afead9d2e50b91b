#pragma once
// Rows of village data into the register: the cell, its regulation and where it stands, its number,
// and who holds which post. For register import; owns nothing of the change it works in.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/rows.hpp"
#include "register/cell_index.hpp"
#include "register/cell_posts.hpp"
#include "register/life_cycle.hpp"
#include "register/unit_tree.hpp"

namespace quyche {

class CellImport {
 public:
  /// `day`: for rows that say no day themselves.
  CellImport(Change& change, const UnitTree& units, std::string day);

  /// Finds what the register knows of the cells of these rows, which add() or amend() takes next.
  void look_up(const std::vector<const Row*>& rows);
  /// Adds or updates what the row says; a blank says nothing. Findings at the row's place, and
  /// false when it was left out because of them.
  bool add(const Row& row, Diagnostics& found);
  /// The decision that amends a cell's regulation: from its day the cell is amended, by a version
  /// of its own; the version before stays what it was on the days before. False when left out.
  bool amend(const Row& row, Diagnostics& found);
  /// Warns when the list seems to be of an earlier day than the one it is imported on.
  void tell_of_older_list(Diagnostics& found) const;

 private:
  /// How papers of one type are numbered.
  struct Series {
    const char* type;
    const char* subject;
  };
  static constexpr Series k_regulations{"QC", "regulation"};
  static constexpr Series k_decisions{"QD", "amending"};

  /// Number and symbol as the paper shows them: "02-QC/CB".
  static std::string symbol_of(const Series& series, const std::string& number);

  const UnitForm* unit_on(const Row& row, const std::string& day) const;
  const UnitForm* unit_of(const Row& row, const std::string& day, Diagnostics& found);
  void note_day(const Row& row);
  /// False when a row of this run was of this cell already.
  bool see(RowId cell);
  RowId keep_regulation(const Row& row, RowId cell);
  const Record* regulation_of(RowId cell, const std::string& day) const;
  RowId keep_version(const Row& row, RowId cell, const Record& before);
  /// Keeps the paper's number; `fresh`: it was not known.
  bool keep_number(const Row& row, const Record& cell, const Series& series, bool& fresh,
                   Diagnostics& found);
  void keep_standing(const Row& row, RowId cell, RowId unit, RowId regulation);

  Change& change_;
  const UnitTree& units_;
  std::string day_;
  WantedRows wanted_;
  CellIndex cells_;
  std::optional<LifeCycles> life_;  ///< this and what follows: of the cells last looked up
  std::optional<CellPosts> posts_;
  std::map<RowId, std::vector<Record>> regulations_;
  std::map<std::string, RowId> numbers_;  ///< cell, type, term, number → outgoing
  std::string ended_code_;                ///< of a commune that is none on the day of the import
  std::size_t undated_ = 0;               ///< rows without a day, put under a unit of that day
  std::vector<bool> seen_;                ///< cells of this run, by id
};

}  // namespace quyche
