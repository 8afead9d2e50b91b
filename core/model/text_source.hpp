#pragma once
// The text of a CSV file in pieces, as UTF-8 whatever it was saved as. For csv_table and
// imported_table.

#include <memory>

#include "base/byte_source.hpp"

namespace quyche {

/// UTF-16 with its mark → UTF-8; anything else as it is, without a UTF-8 mark.
[[nodiscard]] std::unique_ptr<ByteSource> unicode_text(std::unique_ptr<ByteSource> source);

/// One byte a letter, as old programs wrote, not marked in any way.
[[nodiscard]] std::unique_ptr<ByteSource> windows_1252_text(std::unique_ptr<ByteSource> source);

/// Whether the first bytes are the mark of UTF-16. Rewinds.
[[nodiscard]] bool has_utf16_mark(ByteSource& source);

}  // namespace quyche
