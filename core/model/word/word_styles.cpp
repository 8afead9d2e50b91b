#include "model/word/word_styles.hpp"

#include <vector>

#include "model/word/xml_names.hpp"

namespace quyche::word {
namespace {

template <typename Value>
void inherit(std::optional<Value>& own, const std::optional<Value>& base) {
  if (!own) own = base;
}

void inherit_all(Style& own, const Style& base) {
  inherit(own.bold, base.bold);
  inherit(own.caps, base.caps);
  inherit(own.centered, base.centered);
  inherit(own.number_id, base.number_id);
  inherit(own.level, base.level);
}

using StyleMap = std::map<std::string, Style, std::less<>>;

/// Follows basedOn from `style` to the first one already complete, then fills downwards; a circle
/// ends where it closes.
void complete(StyleMap& styles, std::map<std::string, bool, std::less<>>& done, Style& style) {
  std::vector<Style*> chain;
  for (Style* at = &style; at != nullptr;) {
    if (!done.emplace(at->id, true).second) break;
    chain.push_back(at);
    const auto base = styles.find(at->based_on);
    at = base == styles.end() ? nullptr : &base->second;
  }
  while (!chain.empty()) {
    Style* own = chain.back();
    chain.pop_back();
    const auto base = styles.find(own->based_on);
    if (base != styles.end() && &base->second != own) inherit_all(*own, base->second);
  }
}

}  // namespace

void read_paragraph_properties(pugi::xml_node properties, Style& style) {
  for (const auto item : properties.children()) {
    const auto name = element(item);
    if (name == "jc") {
      style.centered = attribute(item, "val") == "center";
    } else if (name == "numPr") {
      if (const auto id = child(item, "numId")) {
        style.number_id = bounded(attribute(id, "val"), 0, 1'000'000);
      }
      if (const auto level = child(item, "ilvl")) {
        style.level = bounded(attribute(level, "val"), 0, 8);
      }
    }
  }
}

void read_run_properties(pugi::xml_node properties, Style& style) {
  for (const auto item : properties.children()) {
    const auto name = element(item);
    if (name == "b") style.bold = is_on(item);
    if (name == "caps") style.caps = is_on(item);
  }
}

WordStyles::WordStyles(pugi::xml_node root) {
  for (const auto node : root.children()) {
    if (element(node) != "style") continue;
    Style style;
    style.id = attribute(node, "styleId");
    style.name = attribute(child(node, "name"), "val");
    style.based_on = attribute(child(node, "basedOn"), "val");
    read_paragraph_properties(child(node, "pPr"), style);
    read_run_properties(child(node, "rPr"), style);
    const auto is_default = attribute(node, "default");
    if (attribute(node, "type") == "paragraph" && (is_default == "1" || is_default == "true")) {
      default_id_ = style.id;
    }
    auto id = style.id;
    styles_.emplace(std::move(id), std::move(style));
  }
  std::map<std::string, bool, std::less<>> done;
  for (auto& [id, style] : styles_) complete(styles_, done, style);
}

const Style& WordStyles::of(std::string_view id) const {
  static const Style k_nothing;
  const auto found = styles_.find(id.empty() ? std::string_view(default_id_) : id);
  return found == styles_.end() ? k_nothing : found->second;
}

}  // namespace quyche::word
