#pragma once
// Element names that decide how the parts of a Word document are read and rendered: what is a
// paragraph, a run, a text; what may be split in two. For every file of this stage.

#include <cstring>
#include <pugixml.hpp>
#include <string_view>

namespace quyche {

/// Stands in the tree where a tag was typed; its attribute n is the number of the tag.
inline constexpr const char* k_marker = "q:tag";

inline constexpr const char* k_document = "word/document.xml";
inline constexpr const char* k_numbering = "word/numbering.xml";
inline constexpr std::string_view k_space = " \t\r\n";

/// A part that is known to be well-formed, with every character of it.
inline void load(pugi::xml_document& tree, std::string_view part) {
  tree.load_buffer(part.data(), part.size(), pugi::parse_default | pugi::parse_ws_pcdata,
                   pugi::encoding_utf8);
}

inline std::string_view name_of(pugi::xml_node node) { return node.name(); }
/// Names of Word differ in their third letter mostly: seen without a call.
inline bool is_named(pugi::xml_node node, const char* name) {
  const char* own = node.name();
  const bool begins_alike = own[0] == name[0] && (own[0] == '\0' || own[1] == name[1]) &&
                            (own[0] == '\0' || own[1] == '\0' || own[2] == name[2]);
  return begins_alike && std::strcmp(own, name) == 0;
}
inline bool is_marker(pugi::xml_node node) { return is_named(node, k_marker); }

/// Of Word, drawings or formulas: the three that have runs.
inline bool is_prefixed(pugi::xml_node node, const char* local) {
  const char* name = node.name();
  const bool is_known = *name == 'w' || *name == 'a' || *name == 'm';
  return is_known && name[1] == ':' && std::strcmp(name + 2, local) == 0;
}
inline bool is_paragraph(pugi::xml_node node) {
  return is_prefixed(node, "p") && *node.name() != 'm';
}
inline bool is_run(pugi::xml_node node) { return is_prefixed(node, "r"); }
inline bool is_text(pugi::xml_node node) { return is_prefixed(node, "t"); }
inline bool is_run_properties(pugi::xml_node node) { return is_prefixed(node, "rPr"); }
/// Around runs, and no different when there are two of it side by side.
inline bool is_run_wrapper(pugi::xml_node node) {
  return is_named(node, "w:hyperlink") || is_named(node, "w:ins") || is_named(node, "w:smartTag") ||
         is_named(node, "w:moveTo");
}
/// The content of a control among runs.
inline bool is_inline_control(pugi::xml_node node) {
  if (!is_named(node, "w:sdtContent")) return false;
  const auto around = node.parent().parent();
  return is_paragraph(around) || is_run_wrapper(around) || is_named(around, "w:fldSimple") ||
         is_inline_control(around);
}
/// Marks without words: the start or end of a range, and what spelling and layout leave behind.
inline bool is_wordless_mark(pugi::xml_node node) {
  const auto name = name_of(node);
  return name == "w:proofErr" || name == "w:lastRenderedPageBreak" || name == "w:bookmarkStart" ||
         name == "w:bookmarkEnd" || name == "w:permStart" || name == "w:permEnd";
}
/// The properties that stand at the front of an element and belong to it.
inline bool is_properties(pugi::xml_node node) {
  if (is_paragraph(node) || is_run(node) || is_text(node)) return false;
  const auto name = name_of(node);
  return name == "w:pPr" || name == "w:tcPr" || name == "w:trPr" || name == "w:tblPr" ||
         name == "w:tblGrid" || name == "w:tblPrEx" || name == "a:pPr" || is_run_properties(node);
}
/// The element around the node with this name; null when there is none.
inline pugi::xml_node ancestor(pugi::xml_node node, const char* name) {
  while (node && !is_named(node, name)) node = node.parent();
  return node;
}
inline pugi::xml_node paragraph_of(pugi::xml_node node) {
  while (node && !is_paragraph(node)) node = node.parent();
  return node;
}

}  // namespace quyche
