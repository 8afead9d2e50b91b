#pragma once
// XML in and out over pugixml: reading refuses DOCTYPE and runaway depth and knows where a node
// stands; writing gives one fixed shape. The only file that parses XML.

#include <cstddef>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "quyche/diagnostic.hpp"

namespace quyche {

/// How indentation is treated: `data` drops white space between elements, `mixed` keeps every
/// character (documents).
enum class XmlSpace { data, mixed };

/// A parsed document with its source, so that findings can point into it.
class XmlDocument {
 public:
  /// Throws Error: xml.not-well-formed (line, excerpt, caret), xml.doctype, xml.too-deep,
  /// xml.not-utf8. `file` names the place.
  XmlDocument(std::string bytes, std::string file, XmlSpace space);

  [[nodiscard]] pugi::xml_node root() const { return tree_.document_element(); }
  [[nodiscard]] pugi::xml_document& tree() { return tree_; }
  [[nodiscard]] const std::string& file() const { return file_; }
  /// File, line, and the line's text with the node marked.
  [[nodiscard]] Place place(pugi::xml_node node) const;

 private:
  std::string bytes_;
  std::string file_;
  pugi::xml_document tree_;
};

/// An error that stands at `node`.
void report(Diagnostics& found, const XmlDocument& document, pugi::xml_node node, Text message);

/// A part of an archive as a document; what is wrong with it is said to stand in `part` of `file`,
/// and that saving the file again may help.
[[nodiscard]] XmlDocument read_xml_part(std::string bytes, const std::string& file,
                                        const std::string& part);

/// Appends `text` with & < > escaped (and " in attributes); characters XML forbids are dropped.
void append_escaped(std::string& out, std::string_view text, bool in_attribute = false);
/// Appends the node and all below it, unindented.
void append_xml(std::string& out, pugi::xml_node node);
/// The whole document, declaration first (standalone="yes" for OOXML parts).
[[nodiscard]] std::string to_xml(const pugi::xml_document& tree, bool standalone);

}  // namespace quyche
