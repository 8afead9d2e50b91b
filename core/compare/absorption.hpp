#pragma once
// Provisions that went into others: no successor of their own, but most of what they say now stands
// in one that has another predecessor. Read the other way round it tells what was split off. From
// a matching; for diff and rebase.

#include <optional>
#include <vector>

#include "compare/provision_list.hpp"

namespace quyche {

using Partners = std::vector<std::optional<std::size_t>>;

/// By place in `from`: the place in `into` that took in the words of one without a partner.
/// `partners`: of `from` in `into`.
[[nodiscard]] Partners absorbed(const ProvisionList& from, const ProvisionList& into,
                                const Partners& partners);

}  // namespace quyche
