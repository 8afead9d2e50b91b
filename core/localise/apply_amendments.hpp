#pragma once
// Amendments onto a tree of provisions: by stable id, in the order they are written, mandatory
// provisions protected, every change kept in the provision's origin.

#include <vector>

#include "district/amendments.hpp"
#include "quyche/diagnostic.hpp"
#include "quyche/regulation.hpp"

namespace quyche {

/// Those whose condition holds under `values` are applied. Findings (the rest is applied all the
/// same): localise.unknown-target (nearest id offered), localise.mandatory, localise.undecided,
/// localise.duplicate-id.
void apply_amendments(std::vector<Provision>& body, const std::vector<Amendment>& amendments,
                      const Values& values, const Origin& origin, Diagnostics& found);

}  // namespace quyche
