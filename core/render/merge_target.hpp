#pragma once
// What included documents are merged into: the package that is rendered, its styles and lists, the
// names in use, the namespaces of its parts. One for each rendering, made when first needed.

#include <set>
#include <string>
#include <vector>

#include "render/merged_definitions.hpp"
#include "render/namespace_scope.hpp"
#include "render/package_view.hpp"
#include "render/part_program.hpp"

namespace quyche {

class MergeTarget {
 public:
  MergeTarget(const PackageView& package, const std::vector<PartProgram>& parts,
              PackageEdits& edits, IdIssuer& ids);

  [[nodiscard]] NamespaceScope scope(const std::string& part) const;
  /// Of the part of notes, which is added to the package when there is none.
  [[nodiscard]] NamespaceScope notes_scope(std::size_t kind, PackageEdits& edits);

  MergedDefinitions definitions;
  std::set<std::string> names;  ///< of bookmarks

 private:
  const PackageView& package_;
};

}  // namespace quyche
