#pragma once
// The values an issued regulation was made with, read back from its Akoma Ntoso: units from the
// metadata, fields from what stands in their places. For jobs that compare or carry over texts.

#include <string>

#include "quyche/diagnostic.hpp"
#include "quyche/district.hpp"

namespace quyche {

/// Reads and numbers. What the text shows of its terms stays as it is written. Findings: those of
/// reading; a reference to nothing is a warning.
[[nodiscard]] LocalRegulation read_issued(const std::string& bytes, const std::string& file,
                                          Diagnostics& found);

/// Numbers `regulation`; references to nothing become warnings in `found`.
void number_leniently(Regulation& regulation, const std::string& file, Diagnostics& found);

}  // namespace quyche
