#include "check/property_order.hpp"

#include <algorithm>
#include <span>
#include <string_view>

#include "check/document_package.hpp"
#include "model/word/xml_names.hpp"

namespace quyche::check {
namespace {

constexpr std::string_view k_run[] = {"rStyle",
                                      "rFonts",
                                      "b",
                                      "bCs",
                                      "i",
                                      "iCs",
                                      "caps",
                                      "smallCaps",
                                      "strike",
                                      "dstrike",
                                      "outline",
                                      "shadow",
                                      "emboss",
                                      "imprint",
                                      "noProof",
                                      "snapToGrid",
                                      "vanish",
                                      "webHidden",
                                      "color",
                                      "spacing",
                                      "w",
                                      "kern",
                                      "position",
                                      "sz",
                                      "szCs",
                                      "highlight",
                                      "u",
                                      "effect",
                                      "bdr",
                                      "shd",
                                      "fitText",
                                      "vertAlign",
                                      "rtl",
                                      "cs",
                                      "em",
                                      "lang",
                                      "eastAsianLayout",
                                      "specVanish",
                                      "oMath",
                                      "rPrChange"};
constexpr std::string_view k_paragraph[] = {"pStyle",
                                            "keepNext",
                                            "keepLines",
                                            "pageBreakBefore",
                                            "framePr",
                                            "widowControl",
                                            "numPr",
                                            "suppressLineNumbers",
                                            "pBdr",
                                            "shd",
                                            "tabs",
                                            "suppressAutoHyphens",
                                            "kinsoku",
                                            "wordWrap",
                                            "overflowPunct",
                                            "topLinePunct",
                                            "autoSpaceDE",
                                            "autoSpaceDN",
                                            "bidi",
                                            "adjustRightInd",
                                            "snapToGrid",
                                            "spacing",
                                            "ind",
                                            "contextualSpacing",
                                            "mirrorIndents",
                                            "suppressOverlap",
                                            "jc",
                                            "textDirection",
                                            "textAlignment",
                                            "textboxTightWrap",
                                            "outlineLvl",
                                            "divId",
                                            "cnfStyle",
                                            "rPr",
                                            "sectPr",
                                            "pPrChange"};
constexpr std::string_view k_section[] = {
    "headerReference", "footerReference", "footnotePr",      "endnotePr",   "type",          "pgSz",
    "pgMar",           "paperSrc",        "pgBorders",       "lnNumType",   "pgNumType",     "cols",
    "formProt",        "vAlign",          "noEndnote",       "titlePg",     "textDirection", "bidi",
    "rtlGutter",       "docGrid",         "printerSettings", "sectPrChange"};

std::span<const std::string_view> order_in(pugi::xml_node properties) {
  const auto name = word::element(properties);
  if (name == "rPr") return k_run;
  return name == "pPr" ? std::span<const std::string_view>(k_paragraph) : k_section;
}

}  // namespace

pugi::xml_node property(pugi::xml_node properties, const std::string& name) {
  if (const auto known = word::child(properties, name)) return known;
  const auto order = order_in(properties);
  const auto rank = [&](std::string_view one) {
    return std::find(order.begin(), order.end(), one) - order.begin();
  };
  const auto full = prefix_of(properties) + name;
  for (const auto sibling : properties.children()) {
    const auto other = word::element(sibling);
    if (!other.empty() && rank(other) > rank(name)) {
      return properties.insert_child_before(full.c_str(), sibling);
    }
  }
  return properties.append_child(full.c_str());
}

pugi::xml_node properties_of(pugi::xml_node owner, const std::string& name) {
  if (const auto known = word::child(owner, name)) return known;
  return owner.prepend_child((prefix_of(owner) + name).c_str());
}

void set(pugi::xml_node node, const std::string& attribute, const std::string& value) {
  for (auto item : node.attributes()) {
    if (word::without_prefix(item.name()) != attribute) continue;
    item = value.c_str();
    return;
  }
  node.append_attribute((prefix_of(node) + attribute).c_str()) = value.c_str();
}

void set_switch(pugi::xml_node properties, const std::string& name, bool is_on) {
  auto node = property(properties, name);
  while (node.first_attribute()) node.remove_attribute(node.first_attribute());
  if (!is_on) set(node, "val", "0");
}

}  // namespace quyche::check
