#pragma once
// LocalRegulation + FormatProfile → the parts of a Word document. Fields with a value stand as
// their value, open fields as empty blanks; both are content controls that Form can fill again.

#include <string>
#include <vector>

#include "docx/format_profile.hpp"
#include "quyche/district.hpp"

namespace quyche {

/// A part of a package before packing.
struct Part {
  std::string name;  ///< "word/document.xml"
  std::string data;
};

/// What a document carries beside the regulation.
struct ComposeOptions {
  bool mark_provisions = false;  ///< ids of provisions as bookmarks, which Word does not show
  /// The model as Akoma Ntoso, kept whole as a custom XML part and as a document property, because
  /// LibreOffice keeps only the property; empty: not kept.
  std::string record;
  bool show_origins = false;  ///< who wrote each provision, as comments in the margin
};

/// Parts in the order they are written; [Content_Types].xml first. Same inputs, same bytes.
[[nodiscard]] std::vector<Part> compose(const LocalRegulation& regulation,
                                        const FormatProfile& profile,
                                        const ComposeOptions& options = {});

}  // namespace quyche
