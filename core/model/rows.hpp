#pragma once
// Rows of village data from JSON, CSV or XLSX, one after the other, as field → canonical text. The
// header (labels or field names, anywhere in the first rows) is matched to the declared fields.

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "quyche/diagnostic.hpp"
#include "quyche/values.hpp"

namespace quyche {

struct Row {
  Values values;
  std::vector<std::string> refused;  ///< fields whose value did not fit; said already
  Place place;                       ///< file, sheet, row: where a clerk finds it
};

/// An error in a row.
inline void report(Diagnostics& found, const Row& row, Text message, std::vector<Text> hints = {}) {
  found.add({Severity::error, std::move(message), row.place, std::move(hints)});
}

/// Where rows come from. Can be read again from the start.
class RowSource {
 public:
  RowSource() = default;
  RowSource(const RowSource&) = delete;
  RowSource& operator=(const RowSource&) = delete;
  virtual ~RowSource() = default;
  /// The next row, or false at the end. Findings about its cells (wrong type, impossible date,
  /// legacy text, unknown key) go to `found`; the row comes all the same, without those values.
  virtual bool next(Row& row, Diagnostics& found) = 0;
  virtual void rewind() = 0;
};

/// Opens `bytes` by the ending of `file` (.json, .jsonl, .csv, .tsv, .xlsx). Throws Error rows.*
/// for a file without a recognisable header, missing required columns, or a wrong ending.
[[nodiscard]] std::unique_ptr<RowSource> open_rows(std::string bytes, const std::string& file,
                                                   const std::vector<Field>& fields,
                                                   Diagnostics& found);

/// Text as found → canonical text of the field's type; nothing (and a finding at `place`) when it
/// does not fit: field.not-a-date, field.not-an-integer, field.not-a-choice, field.pattern,
/// field.legacy-text. NFD becomes NFC silently.
[[nodiscard]] std::optional<std::string> canonical(const Field& field, std::string_view text,
                                                   const Place& place, Diagnostics& found);

}  // namespace quyche
