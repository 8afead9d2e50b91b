#pragma once
// Content controls and alternatives found in the tree of a document part. Used by Form while it
// compiles; the nodes belong to the caller's document.

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "docx/form.hpp"

namespace quyche {

/// A run-level control with the field it stands for.
struct FormControl {
  pugi::xml_node node;     ///< w:sdt
  pugi::xml_node content;  ///< w:sdtContent
  Blank blank;
};

/// One wording: block-level siblings from `first` to `last`.
struct FormAlternative {
  Condition condition;
  pugi::xml_node first;
  pugi::xml_node last;
  pugi::xml_node note;   ///< the clerk's note, or null
  pugi::xml_node start;  ///< w:bookmarkStart
};

[[nodiscard]] inline bool named(pugi::xml_node node, std::string_view name) {
  return node.name() == name;
}

struct FormFindings {
  std::vector<FormControl> controls;
  std::vector<FormAlternative> alternatives;
};

[[nodiscard]] FormFindings find_controls(pugi::xml_node body);

/// The text a reader sees below `node`: w:t, with tabs and breaks as spaces; deleted text is not
/// there. Adjacent w:t in one run are lines that LibreOffice 7.4 fused.
[[nodiscard]] std::string visible_text(pugi::xml_node node);

/// "leadership_model_is_concurrent" → the condition; nothing when it is none.
[[nodiscard]] std::optional<Condition> alternative_condition(std::string_view bookmark);

}  // namespace quyche
