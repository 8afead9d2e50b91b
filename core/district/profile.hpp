#pragma once
// district.xml and vocabulary.xml: the unit of a plugin, its communes, its values and wording.

#include "base/environment.hpp"
#include "district/manifest.hpp"
#include "quyche/district.hpp"

namespace quyche {

/// Reads the data files the manifest names. Throws Error with every finding: district.bad-unit,
/// district.overlap (two forms of one commune on one day), district.no-communes.
[[nodiscard]] District read_district(const Files& files, const std::string& folder,
                                     const Manifest& manifest);

/// The form of a unit that is in force on a day, or null.
[[nodiscard]] const Unit* unit_on(const std::vector<Unit>& units, std::string_view code, Date day);

}  // namespace quyche
