#pragma once
// What became of each provision between two texts. Made of a matching; the answer of `quyche diff`.

#include <vector>

#include "compare/matching.hpp"
#include "quyche/compare.hpp"

namespace quyche {

/// In the order of the new text; what was removed stands where it stood before.
[[nodiscard]] std::vector<ProvisionChange> compare_provisions(const ProvisionList& before,
                                                              const ProvisionList& after,
                                                              const Matching& matching);

}  // namespace quyche
