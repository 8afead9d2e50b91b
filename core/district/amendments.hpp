#pragma once
// amendments.xml: what a level changes in the regulation of the level above, addressed to
// provisions by their stable id. The same list serves district, commune and village.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/environment.hpp"
#include "quyche/diagnostic.hpp"
#include "quyche/regulation.hpp"

namespace quyche {

struct Amendment {
  /// reword: heading and own text alone, what stands below stays.
  enum class Act { replace, reword, insert_before, insert_after, append, remove };
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
  /// Id of one of `bases` → the basis of the model before which it stands; without: at the end.
  std::map<std::string, std::string> basis_before;
};

/// The element it is written as: "insert-after".
[[nodiscard]] std::string_view amendment_name(Amendment::Act act);

/// Throws Error with every finding: amendment.unknown-act, amendment.no-target, amendment.empty.
[[nodiscard]] Amendments read_amendments(const Files& files, const std::string& path);

}  // namespace quyche
