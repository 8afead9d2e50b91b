#pragma once
// Words of OOXML that several writers share: the declaration, namespaces, styles that no profile
// names, and a run of text. For the writers of docx parts.

#include <string>
#include <string_view>

#include "base/xml.hpp"

namespace quyche {

inline constexpr std::string_view k_xml_declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
inline constexpr std::string_view k_word_namespaces =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

inline constexpr std::string_view k_placeholder_style = "PlaceholderText";
inline constexpr std::string_view k_strong_style = "Strong";
inline constexpr std::string_view k_grid_style = "TableGrid";
inline constexpr std::string_view k_layout_style = "QcLayout";

/// A run with the inner XML of its w:rPr, which may be empty.
inline void append_run(std::string& out, std::string_view properties, std::string_view text) {
  out += "<w:r>";
  if (!properties.empty()) out.append("<w:rPr>").append(properties).append("</w:rPr>");
  out += "<w:t xml:space=\"preserve\">";
  append_escaped(out, text);
  out += "</w:t></w:r>";
}

/// ` name="value"`, escaped.
inline void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  out.append(" ").append(name).append("=\"");
  append_escaped(out, value, true);
  out += '"';
}

}  // namespace quyche
