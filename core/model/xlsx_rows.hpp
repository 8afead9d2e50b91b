#pragma once
// Village data from a workbook: the first visible sheet that has a row of headings.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/rows.hpp"

namespace quyche {

/// Throws Error rows.no-header, and those of read_workbook.
[[nodiscard]] std::unique_ptr<RowSource> open_workbook_rows(std::string_view bytes,
                                                            const std::string& file,
                                                            const std::vector<Field>& fields,
                                                            Diagnostics& found);

}  // namespace quyche
