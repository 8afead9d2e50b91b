#pragma once
// The legacy encoding a paragraph is written in: told by its letters, or by its font where these
// are too few. For document_view.

#include <optional>

#include "check/document_view.hpp"

namespace quyche::check {

/// Nothing for Unicode. `paragraph` is not clean, so that its raw text is known.
[[nodiscard]] std::optional<LegacyEncoding> legacy_encoding_of(const ViewParagraph& paragraph);

}  // namespace quyche::check
