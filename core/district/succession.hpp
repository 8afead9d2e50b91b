#pragma once
// What became of units that ended: succession.xml of the plugins. For the register, and for telling
// a clerk which unit stands in the place of one that is gone.

#include <string>
#include <vector>

#include "district/registry.hpp"

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

}  // namespace quyche
