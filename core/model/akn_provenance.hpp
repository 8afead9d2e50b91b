#pragma once
// Who amended a regulation, as Akoma Ntoso says it: events of the life cycle, modifications of
// provisions, and the sources of both. From the origins of provisions; used by akn_writer.

#include <map>
#include <string>
#include <vector>

#include "quyche/regulation.hpp"

namespace quyche {

/// Elements ready to stand in their places; empty where nothing was amended.
struct AknProvenance {
  std::string events;      ///< inside <lifecycle>
  std::string analysis;    ///< after </lifecycle>
  std::string references;  ///< inside <references>
};

/// `ids`: provision → eId. `date`: of the text.
[[nodiscard]] AknProvenance provenance_of(const std::vector<Provision>& body,
                                          const std::map<std::string, std::string>& ids,
                                          const std::string& date);

}  // namespace quyche
