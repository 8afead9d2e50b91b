#pragma once
// The parts of a Word package that hold no text of the regulation: content types, relationships,
// settings, the page number, document properties. For composer.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "docx/format_profile.hpp"

namespace quyche {

/// What stands in the document's properties.
struct DocumentProperties {
  std::string title;
  std::string creator;
  std::string description;
  std::optional<Date> day;  ///< none: not known yet, as of a template
  std::vector<std::pair<std::string, std::string>> custom;  ///< name and text, in order
};

inline constexpr const char* k_header_relationship = "rId5";

/// What a package holds beside text, styles, settings and page number.
struct PackageContents {
  bool form = true;       ///< blanks bound to data, and their placeholders
  bool record = false;    ///< the model it was made from
  bool comments = false;  ///< notes in the margin
};

[[nodiscard]] std::string content_types_part(const PackageContents& contents);
[[nodiscard]] std::string package_relationships_part();
[[nodiscard]] std::string document_relationships_part(const PackageContents& contents);
[[nodiscard]] std::string glossary_relationships_part();
[[nodiscard]] std::string form_relationships_part();
[[nodiscard]] std::string record_relationships_part();
/// customXml/itemProps2.xml: what the record of the model is.
[[nodiscard]] std::string record_properties();
[[nodiscard]] std::string settings_part();
/// word/header1.xml: the number of the page, from page 2 on.
[[nodiscard]] std::string page_number_part(const FormatProfile& profile);
[[nodiscard]] std::string core_properties_part(const DocumentProperties& properties);
[[nodiscard]] std::string app_properties_part();
[[nodiscard]] std::string custom_properties_part(const DocumentProperties& properties);

}  // namespace quyche
