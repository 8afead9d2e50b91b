#pragma once
// A Word template checked before it is used: mistakes of its tags, what is doubtful, data beside
// what the tags want; all of it as comments in a copy when asked for.

#include <optional>

#include "engine/workshop.hpp"
#include "quyche/check.hpp"

namespace quyche {

/// Nothing when the document has no tags, or when only its format is asked for (a profile, a mended
/// copy). `bytes` of the document.
[[nodiscard]] std::optional<CheckReport> check_template(Workshop& workshop, const CheckJob& job,
                                                        const std::string& bytes);

}  // namespace quyche
