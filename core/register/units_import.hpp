#pragma once
// The units of the plugins, with their succession, into a register: what `register init` does, and
// again whenever plugins know more units. For the register's jobs.

#include <vector>

#include "district/registry.hpp"
#include "district/succession.hpp"
#include "register/store.hpp"

namespace quyche {

/// Adds the units and successions that the register lacks; changes none it has but the end of a
/// unit that was open.
void import_units(Change& change, const Registry& registry,
                  const std::vector<SuccessionLine>& successions);

}  // namespace quyche
