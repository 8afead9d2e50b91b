#pragma once
// A small localised regulation built by hand, for tests of what comes after localising: numbered
// and worded, with every kind of provision, blank and alternative. Its people, places and texts are
// invented.

#include "quyche/district.hpp"

namespace quyche::sample {

/// Issued by a Party cell; nothing below the commune is known.
[[nodiscard]] LocalRegulation open_regulation();
/// The values of an invented village with a long name.
[[nodiscard]] Values village_values();
/// As above with `values` known and the alternatives they decide settled.
[[nodiscard]] LocalRegulation with_values(LocalRegulation regulation, const Values& values);
/// The same text under a state heading, signed for the people's committee.
[[nodiscard]] LocalRegulation state_regulation();

}  // namespace quyche::sample
