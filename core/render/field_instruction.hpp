#pragma once
// The instruction of a field ("PAGEREF _Toc12 \h"): which bookmark it refers to. For whoever writes
// bookmarks under other names.

#include <optional>
#include <string_view>
#include <utility>

namespace quyche {

/// Offset and size of the name of the bookmark; nothing when the field refers to none.
[[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> bookmark_in(
    std::string_view instruction);

}  // namespace quyche
