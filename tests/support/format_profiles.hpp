#pragma once
// The format profiles of the tree (templates/formats), as the program reads them.

#include <string>
#include <vector>

#include "docx/format_profile.hpp"

namespace quyche::sample {

[[nodiscard]] FormatProfile format_profile(const std::string& id);
/// All of them, in the order of their names.
[[nodiscard]] std::vector<FormatProfile> format_profiles();

}  // namespace quyche::sample
