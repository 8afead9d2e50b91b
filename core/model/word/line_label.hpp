#pragma once
// The label of a line as it bears on the tree: which kind of provision it would begin, and whether
// it surely does. Used by tree_builder and document_zones.

#include <string>

#include "model/word/provision_pattern.hpp"
#include "model/word/word_lines.hpp"
#include "quyche/regulation.hpp"

namespace quyche::word {

/// The line's label, from Word's numbering or from its text; `is_automatic` tells which.
struct LineLabel {
  Label label;
  bool is_automatic = false;
  std::string shown;  ///< as the reader sees it
};
[[nodiscard]] LineLabel label_of(const Line& line);
/// Whether it surely begins a part, chapter, section, article or appendix.
[[nodiscard]] bool is_heading(const Line& line, const LineLabel& label);

/// `text` for labels that begin no provision.
[[nodiscard]] ProvisionKind kind_of(LabelKind kind);
/// Part, chapter, section, appendix: a number and a title on lines of their own.
[[nodiscard]] bool is_division(ProvisionKind kind);
/// "article", as in ids and codes.
[[nodiscard]] const char* name_of(ProvisionKind kind);
/// "Điều 7.", "2.", "đ)": as quyche writes it.
[[nodiscard]] std::string written(ProvisionKind kind, int value);

}  // namespace quyche::word
