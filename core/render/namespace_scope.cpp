#include "render/namespace_scope.hpp"

#include <sstream>

#include "base/xml_scanner.hpp"

namespace quyche {
namespace {

constexpr std::string_view k_prefix_start = "xmlns:";

std::string prefix_of(std::string_view name) {
  const auto colon = name.find(':');
  return std::string(colon == name.npos ? std::string_view() : name.substr(0, colon));
}

void add_words(std::set<std::string>& words, const char* text) {
  std::istringstream stream(text);
  for (std::string word; stream >> word;) words.insert(word);
}

/// What goes and which prefixes are left, from the inside of a node.
class Adoption {
 public:
  Adoption(const NamespaceScope& theirs, const NamespaceScope& ours)
      : theirs_(theirs), ours_(ours) {}

  void walk(pugi::xml_node node) {
    used_.insert(prefix_of(node.name()));
    for (auto attribute = node.first_attribute(); attribute;) {
      const auto next = attribute.next_attribute();
      take(node, attribute);
      attribute = next;
    }
    for (auto child = node.first_child(); child;) {
      const auto next = child.next_sibling();
      if (child.type() == pugi::node_element && is_lost(prefix_of(child.name()))) {
        node.remove_child(child);
      } else if (child.type() == pugi::node_element) {
        walk(child);
      }
      child = next;
    }
  }

  void declare(pugi::xml_node node) const {
    for (const auto& prefix : used_) {
      const auto address = theirs_.address(prefix);
      const auto name = std::string(k_prefix_start) + prefix;
      const bool is_known =
          address.empty() || ours_.declares(prefix, address) || node.attribute(name.c_str());
      if (!is_known) node.append_attribute(name.c_str()).set_value(address.c_str());
    }
  }

 private:
  [[nodiscard]] bool is_lost(const std::string& prefix) const {
    return theirs_.ignores(prefix) && !ours_.ignores(prefix);
  }

  void take(pugi::xml_node node, pugi::xml_attribute attribute) {
    const std::string_view name = attribute.name();
    const auto prefix = prefix_of(name);
    if (prefix == "xmlns") return;
    if (is_lost(prefix)) {
      node.remove_attribute(attribute);
      return;
    }
    if (name == "Requires") add_words(used_, attribute.value());
    if (!prefix.empty()) used_.insert(prefix);
  }

  const NamespaceScope& theirs_;
  const NamespaceScope& ours_;
  std::set<std::string> used_;
};

}  // namespace

NamespaceScope::NamespaceScope(std::string_view part) {
  XmlScanner scanner(part, {});
  auto token = scanner.next();
  while (token != XmlScanner::Token::start) token = scanner.next();
  std::string tag(part.substr(scanner.begin(), scanner.end() - scanner.begin()));
  if (!tag.ends_with("/>")) tag.insert(tag.size() - 1, "/");
  pugi::xml_document tree;
  tree.load_string(tag.c_str());
  read(tree.document_element());
}

NamespaceScope::NamespaceScope(pugi::xml_node root) { read(root); }

void NamespaceScope::read(pugi::xml_node root) {
  for (const auto attribute : root.attributes()) {
    const std::string_view name = attribute.name();
    if (name.starts_with(k_prefix_start)) {
      addresses_.emplace(name.substr(k_prefix_start.size()), attribute.value());
    } else if (name.ends_with(":Ignorable")) {
      add_words(ignored_, attribute.value());
    }
  }
}

std::string NamespaceScope::address(const std::string& prefix) const {
  const auto found = addresses_.find(prefix);
  return found == addresses_.end() ? std::string() : found->second;
}

bool NamespaceScope::declares(const std::string& prefix, const std::string& address) const {
  return this->address(prefix) == address;
}

void adopt(pugi::xml_node node, const NamespaceScope& theirs, const NamespaceScope& ours) {
  Adoption adoption(theirs, ours);
  adoption.walk(node);
  adoption.declare(node);
}

}  // namespace quyche
