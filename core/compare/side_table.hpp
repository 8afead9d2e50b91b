#pragma once
// The old wording and the new one side by side in a table, changed words marked, provision by
// provision: what a meeting reads before it votes. The content of a w:body.

#include <string>
#include <vector>

#include "docx/format_profile.hpp"
#include "quyche/compare.hpp"

namespace quyche {

[[nodiscard]] std::string side_table(const std::vector<ProvisionChange>& changes,
                                     const FormatProfile& profile);

/// "sửa đổi, chuyển vị trí": what became of a provision, in words.
[[nodiscard]] std::string change_words(const ProvisionChange& change, bool english);

}  // namespace quyche
