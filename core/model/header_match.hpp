#pragma once
// Which column holds which field: headings matched to declared fields by name or label, however
// they are written. For rows of every kind. Owns a copy of the fields its columns point to.

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "quyche/diagnostic.hpp"
#include "quyche/values.hpp"
#include "xlsx/workbook_reader.hpp"

namespace quyche {

/// Column → field, null where the column is not ours.
using Columns = std::vector<const Field*>;

/// The row of headings of a table.
struct TableHeader {
  Columns columns;
  std::vector<Cell> cells;
  Place place;
  std::vector<Place> places;  ///< of every cell
  std::size_t end = 0;        ///< records up to and with the last row of headings; 0: none
};

class HeaderMatch {
 public:
  struct Matched {
    Columns columns;
    std::size_t known = 0;  ///< how many of them are ours
  };

  explicit HeaderMatch(std::vector<Field> fields);
  HeaderMatch(const HeaderMatch&) = delete;
  HeaderMatch& operator=(const HeaderMatch&) = delete;
  ~HeaderMatch() = default;

  [[nodiscard]] Matched match(const std::vector<Cell>& cells) const;

  /// Columns that are not ours (warning, nearest name offered), a field in two columns, and columns
  /// that must be there and are not: the commune, the village, and whatever is required.
  void check(const TableHeader& header, Diagnostics& found) const;

  /// The field whose name or label is exactly this heading, or null.
  [[nodiscard]] const Field* whole(const std::string& heading) const;
  /// The field called `name`, or null.
  [[nodiscard]] const Field* find(std::string_view name) const;
  /// The name of a field nearest to `name`, or empty.
  [[nodiscard]] std::string nearest_name(const std::string& name) const;
  /// The heading (name or label) nearest to `heading`, or empty.
  [[nodiscard]] std::string nearest_heading(const std::string& heading) const;

 private:
  [[nodiscard]] const Field* field_under(const std::string& heading) const;
  /// Which fields have a column.
  std::set<const Field*> check_columns(const TableHeader& header, Diagnostics& found) const;
  void check_missing(const TableHeader& header, const std::set<const Field*>& there,
                     Diagnostics& found) const;

  std::vector<Field> fields_;
  std::map<std::string, const Field*, std::less<>> names_;
  std::map<std::string, const Field*> keys_;        ///< whole names and labels
  std::map<std::string, const Field*> short_keys_;  ///< without "(…)"; null: two fields share it
};

}  // namespace quyche
