#pragma once
// amendments.xml: what a level changes in the regulation of the level above, addressed to
// provisions by their stable id. The same list serves district, commune and village.

#include <optional>
#include <string>
#include <vector>

#include "base/environment.hpp"
#include "quyche/diagnostic.hpp"
#include "quyche/regulation.hpp"

namespace quyche {

struct Amendment {
  enum class Act { replace, insert_before, insert_after, append, remove };
  Act act;
  std::string target;
  std::vector<Provision> provisions;  ///< empty for remove
  std::optional<Condition> when;      ///< decided for the commune, before any village fills
  Place place;                        ///< where it is written, for findings
};

struct Amendments {
  std::string model;  ///< id of the regulation they are written for
  std::vector<Amendment> list;
  std::vector<Basis> bases;
};

/// Throws Error with every finding: amendment.unknown-act, amendment.no-target, amendment.empty.
[[nodiscard]] Amendments read_amendments(const Files& files, const std::string& path);

}  // namespace quyche
