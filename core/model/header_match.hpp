#pragma once
// Which column holds which field: headings matched to declared fields by name or label, however
// they are written. For rows from CSV and XLSX.

#include <optional>
#include <string>
#include <vector>

#include "quyche/diagnostic.hpp"
#include "quyche/values.hpp"

namespace quyche {

/// Column → field, null where the column is not ours.
using Columns = std::vector<const Field*>;

class HeaderMatch {
 public:
  explicit HeaderMatch(const std::vector<Field>& fields);

  /// The columns of a row of headings; nothing when fewer than two of its cells are ours.
  [[nodiscard]] std::optional<Columns> match(const std::vector<std::string>& cells) const;

  /// Columns that are not ours (warning, nearest name offered), a field in two columns, and columns
  /// that must be there and are not: the commune, the village, and whatever is required.
  void check(const std::vector<std::string>& cells, const Columns& columns, const Place& place,
             Diagnostics& found) const;

  /// The field called `name`, or null.
  [[nodiscard]] const Field* find(const std::string& name) const;
  /// The name nearest to `name`, or empty.
  [[nodiscard]] std::string nearest_name(const std::string& name) const;

 private:
  const std::vector<Field>& fields_;
  std::vector<std::pair<std::string, const Field*>> keys_;  ///< sorted
};

}  // namespace quyche
