#pragma once
// An edited copy of a model → the amendments that turn the model into it, addressed to provisions
// by their stable ids; the reverse of localise/apply_amendments.

#include <vector>

#include "compare/matching.hpp"
#include "district/amendments.hpp"
#include "quyche/diagnostic.hpp"

namespace quyche {

/// Both numbered. Findings: derive.mandatory-removed, derive.mandatory-reworded (errors, each names
/// the provision), derive.nothing-left.
[[nodiscard]] std::vector<Amendment> derive_amendments(const Regulation& model,
                                                       const Regulation& edited, bool trust_ids,
                                                       Diagnostics& found);

/// amendments.xml of a list; `model` declares the fields it names.
[[nodiscard]] std::string write_amendments(const Regulation& model,
                                           const std::vector<Amendment>& list);

}  // namespace quyche
