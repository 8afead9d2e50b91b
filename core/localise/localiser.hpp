#pragma once
// Regulation + district (+ commune) on a day → LocalRegulation: the one place where the levels
// meet.

#include <string>

#include "district/registry.hpp"
#include "quyche/diagnostic.hpp"
#include "quyche/district.hpp"
#include "quyche/regulation.hpp"

namespace quyche {

struct Locality {
  std::string commune_code;
  Date day;
  Values given;  ///< set by the caller over everything else
};

/// Throws Error with every finding: localise.unit-not-in-force, localise.unknown-commune, and those
/// of amendments, wording and numbering. Warnings go to `found`.
[[nodiscard]] LocalRegulation localise(const Regulation& model, const DistrictPlugin& plugin,
                                       const Locality& locality, Diagnostics& found);

/// The units of a plugin on a day; the commune may be empty.
[[nodiscard]] Jurisdiction jurisdiction_of(const Regulation& model, const DistrictPlugin& plugin,
                                           const Locality& locality);

}  // namespace quyche
