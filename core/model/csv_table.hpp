#pragma once
// CSV and TSV as a table of cells, read piece by piece. For rows; owns the source of the text.

#include <memory>
#include <string>

#include "base/byte_source.hpp"
#include "model/cell_table.hpp"

namespace quyche {

/// The separator (comma, semicolon, tab) is the one that cuts the first records most evenly, or the
/// one a first line "sep=;" names; quotes as in RFC 4180; UTF-8, or UTF-16 with its mark as Excel
/// writes it. Throws Error rows.not-text; next() throws rows.open-quote, rows.too-wide.
[[nodiscard]] std::unique_ptr<CellTable> open_csv(std::unique_ptr<ByteSource> bytes,
                                                  const std::string& file);
[[nodiscard]] std::unique_ptr<CellTable> open_csv(std::string bytes, const std::string& file);

}  // namespace quyche
