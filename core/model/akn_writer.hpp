#pragma once
// Regulation → Akoma Ntoso 3.0, always in the same shape; the reverse of akn_reader.

#include <string>

#include "quyche/district.hpp"
#include "quyche/regulation.hpp"

namespace quyche {

[[nodiscard]] std::string write_regulation(const Regulation& regulation);

/// A settled regulation: known fields stand as text inside their placeholder, open ones as
/// "[label]"; the jurisdiction is in the metadata.
[[nodiscard]] std::string write_local_regulation(const LocalRegulation& regulation);

}  // namespace quyche
