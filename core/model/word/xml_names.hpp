#pragma once
// Elements and attributes of WordprocessingML by their local names: producers differ in prefixes
// and in the strict and transitional namespaces. For the readers of this folder.

#include <algorithm>
#include <charconv>
#include <pugixml.hpp>
#include <string_view>

namespace quyche::word {

[[nodiscard]] inline std::string_view without_prefix(std::string_view name) {
  if (name.size() > 2 && name[1] == ':') return name.substr(2);  // "w:p", as most programs write
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// "w:p" → "p"; empty for what is no element.
[[nodiscard]] inline std::string_view element(pugi::xml_node node) {
  return node.type() == pugi::node_element ? without_prefix(node.name()) : std::string_view();
}

/// `look(name, element)` for each element inside, by its local name.
template <typename Look>
void for_each_element(pugi::xml_node node, const Look& look) {
  for (auto inner = node.first_child(); inner; inner = inner.next_sibling()) {
    if (const auto name = element(inner); !name.empty()) look(name, inner);
  }
}

[[nodiscard]] inline pugi::xml_node child(pugi::xml_node node, std::string_view name) {
  for (auto inner = node.first_child(); inner; inner = inner.next_sibling()) {
    if (element(inner) == name) return inner;
  }
  return {};
}

/// Empty when there is none.
[[nodiscard]] inline std::string_view attribute(pugi::xml_node node, std::string_view name) {
  for (auto item = node.first_attribute(); item; item = item.next_attribute()) {
    if (without_prefix(item.name()) == name) return item.value();
  }
  return {};
}

/// The number of `text`, kept within 0 … `most`; `otherwise` when it is none.
[[nodiscard]] inline int bounded(std::string_view text, int otherwise, int most) {
  int number = 0;
  const auto end = text.data() + text.size();
  if (std::from_chars(text.data(), end, number).ec != std::errc()) return otherwise;
  return std::clamp(number, 0, most);
}

/// <w:b/> and <w:b w:val="1"/> are on, <w:b w:val="0"/> is off.
[[nodiscard]] inline bool is_on(pugi::xml_node toggle) {
  const auto value = attribute(toggle, "val");
  return value != "0" && value != "false" && value != "off";
}

}  // namespace quyche::word
