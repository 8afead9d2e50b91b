#pragma once
// The metadata of a regulation in its own namespace: fields, terms, legal bases, the frame of the
// paper. Reading and writing side by side, because they mirror each other. Plugins use the same
// elements for their terms and bases.

#include <pugixml.hpp>
#include <string>

#include "base/xml.hpp"
#include "quyche/diagnostic.hpp"
#include "quyche/regulation.hpp"

namespace quyche {

/// Fills everything of `regulation` but its body from the q:regulation element.
void read_metadata(const XmlDocument& document, pugi::xml_node element, Regulation& regulation,
                   Diagnostics& found);

[[nodiscard]] Term read_term(const XmlDocument& document, pugi::xml_node element,
                             Diagnostics& found);
[[nodiscard]] Basis read_basis(const XmlDocument& document, pugi::xml_node element,
                               Diagnostics& found);
/// The condition in attribute `name`, if there; a malformed one is a finding.
[[nodiscard]] std::optional<Condition> condition_of(const XmlDocument& document,
                                                    pugi::xml_node element, const char* name,
                                                    Diagnostics& found);
/// The day in attribute `name`, if there; a malformed one is a finding.
[[nodiscard]] std::optional<Date> date_of(const XmlDocument& document, pugi::xml_node element,
                                          const char* name, Diagnostics& found);
/// The attribute's text in NFC, white space squeezed.
[[nodiscard]] std::string text_of(pugi::xml_node element, const char* attribute);

/// Appends the q:regulation element, indented by `indent` spaces.
void write_metadata(std::string& out, const Regulation& regulation, int indent);

}  // namespace quyche
