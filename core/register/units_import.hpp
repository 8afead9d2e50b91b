#pragma once
// The units of the plugins, with their succession, into a register: what `register init` does, and
// again whenever plugins know more units. For the register's jobs.

#include <string>
#include <vector>

#include "district/registry.hpp"
#include "register/store.hpp"

namespace quyche {

/// One line of a plugin's succession file.
struct SuccessionLine {
  std::string from_code;
  std::string from_day_before;  ///< the last day of the old unit
  std::string to_code;
  std::string day;  ///< the first day of the new one
  std::string kind;
  std::string share;
  std::string legal_ref;
};

/// Reads succession.xml of every usable plugin. Throws Error with every finding.
[[nodiscard]] std::vector<SuccessionLine> read_successions(const Files& files,
                                                           const Registry& registry);

/// Adds the units and successions that the register lacks; changes none it has but the end of a
/// unit that was open.
void import_units(Change& change, const Registry& registry,
                  const std::vector<SuccessionLine>& successions);

}  // namespace quyche
