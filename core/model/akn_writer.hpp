#pragma once
// Regulation → Akoma Ntoso 3.0, always in the same shape; the reverse of akn_reader.

#include <string>

#include "quyche/district.hpp"
#include "quyche/regulation.hpp"

namespace quyche {

/// A numbered regulation (model/numbering). Fields stand as "[label]".
[[nodiscard]] std::string write_regulation(const Regulation& regulation);

/// What open fields of a local regulation become: "[label]", or holes for SlotText. Holes also
/// stand for two derived values: !date (YYYY-MM-DD) and !slug (of the village).
enum class OpenFields { labels, holes };

/// A localised regulation: known fields stand as text inside their placeholder; the jurisdiction is
/// in the metadata.
[[nodiscard]] std::string write_local_regulation(const LocalRegulation& regulation,
                                                 OpenFields open = OpenFields::labels);

}  // namespace quyche
