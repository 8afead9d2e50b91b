#pragma once
// The tables of a register, and how an older register becomes one of today: each migration adds to
// the one before and is never edited again. For Store.

#include <string>
#include <string_view>
#include <vector>

#include "register/database.hpp"

namespace quyche {

/// Every table has the column id. A reference holds the id of a row of `target`, 0 for none unless
/// it is required; every other column is canonical text, empty when not known.
struct Reference {
  std::string name;
  std::string target;
  bool required = false;
};

struct Table {
  std::string name;
  std::vector<Reference> references;
  std::vector<std::string> columns;
  [[nodiscard]] bool has_reference(std::string_view column) const;
  [[nodiscard]] bool has_column(std::string_view column) const;
};

/// All tables of today, parents before children.
[[nodiscard]] const std::vector<Table>& register_tables();
/// Throws Error bug.unknown-table.
[[nodiscard]] const Table& register_table(std::string_view name);

/// The version this program writes.
[[nodiscard]] int schema_version();
/// 0: no register in this database.
[[nodiscard]] int stored_version(Database& database);
/// Brings the register from its version to `version` (today's when 0), inside the caller's
/// transaction. Throws Error register.newer.
void migrate(Database& database, int version = 0);

}  // namespace quyche
