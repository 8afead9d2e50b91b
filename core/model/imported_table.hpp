#pragma once
// A table that somebody gave: its cells as they stand in the file, and, when it was typed in an old
// encoding, in Unicode. For imports that hand back rows as they were; owns the table it reads.

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/byte_source.hpp"
#include "base/legacy_encoding.hpp"
#include "model/cell_table.hpp"
#include "quyche/values.hpp"

namespace quyche {

class ImportedTable final : public CellTable {
 public:
  /// Cells of `table`, from `encoding` when there is one; text that is one of the labels of
  /// `fields` is Unicode already.
  ImportedTable(std::unique_ptr<CellTable> table, std::optional<LegacyEncoding> encoding,
                const std::vector<Field>& fields);

  const std::vector<Cell>* next() override;
  void rewind() override { table_->rewind(); }
  [[nodiscard]] Place place() const override { return table_->place(); }
  [[nodiscard]] Place place(std::size_t column) const override { return table_->place(column); }
  /// What next() gave last, until it is called again.
  [[nodiscard]] const std::vector<Cell>& last() const { return *last_; }
  [[nodiscard]] const std::vector<Cell>& headings() const { return headings_; }
  void keep_headings(std::vector<Cell> headings) { headings_ = std::move(headings); }

 private:
  std::unique_ptr<CellTable> table_;
  std::optional<LegacyEncoding> encoding_;
  std::set<std::string> labels_;
  std::vector<Cell> converted_;
  std::vector<Cell> headings_;
  const std::vector<Cell>* last_ = &converted_;
};

/// Opens a file, as often as it is looked at.
using OpenBytes = std::function<std::unique_ptr<ByteSource>()>;

/// The first table of a .csv, .tsv or .xlsx file that has headings of `fields`; null when the file
/// is of another kind. Throws Error rows.no-header, rows.legacy-file when the headings are of an
/// old encoding, and those of the readers.
[[nodiscard]] std::unique_ptr<ImportedTable> open_imported_table(
    const OpenBytes& open, const std::string& name, const std::vector<Field>& fields,
    std::optional<LegacyEncoding> encoding);

}  // namespace quyche
