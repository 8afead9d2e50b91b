#pragma once
// What the parts of an included document refer to (pictures, links, charts with what belongs to
// them), carried into the package that is rendered. One for each inclusion.

#include <map>
#include <string>
#include <utility>

#include "render/package_edits.hpp"
#include "render/package_view.hpp"

namespace quyche {

class MergedRelations {
 public:
  MergedRelations(const PackageView& theirs, PackageEdits& edits)
      : theirs_(theirs), edits_(edits) {}

  /// The id in our part `to` of what `id` is in their part `from`; empty when it leads nowhere.
  [[nodiscard]] std::string map(const std::string& from, const std::string& id,
                                const std::string& to);

 private:
  /// The name of the entry here.
  std::string copy(const std::string& name);
  [[nodiscard]] const std::map<std::string, PartRelation>& relations(const std::string& part);

  const PackageView& theirs_;
  PackageEdits& edits_;
  std::map<std::string, std::map<std::string, PartRelation>> relations_;
  std::map<std::pair<std::string, std::string>, std::string> ids_;  ///< their part, id → id
  std::map<std::string, std::string> copies_;                       ///< their entry → ours
};

}  // namespace quyche
