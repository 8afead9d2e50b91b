#pragma once
// The namespaces that the root of a part declares, and what it allows readers to ignore. For markup
// that moves from one part to another.

#include <map>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>

namespace quyche {

class NamespaceScope {
 public:
  /// Of the root in these bytes; what follows its start tag may be missing.
  explicit NamespaceScope(std::string_view part);
  explicit NamespaceScope(pugi::xml_node root);

  [[nodiscard]] bool declares(const std::string& prefix, const std::string& address) const;
  [[nodiscard]] bool ignores(const std::string& prefix) const { return ignored_.contains(prefix); }
  /// Empty when the prefix is not declared.
  [[nodiscard]] std::string address(const std::string& prefix) const;

 private:
  void read(pugi::xml_node root);

  std::map<std::string, std::string> addresses_;
  std::set<std::string> ignored_;
};

/// Makes a node of `theirs` fit to stand in `ours`: prefixes that mean something else there, or
/// nothing, are declared on it; extensions that only readers of `theirs` were told to ignore go.
void adopt(pugi::xml_node node, const NamespaceScope& theirs, const NamespaceScope& ours);

}  // namespace quyche
