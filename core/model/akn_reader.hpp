#pragma once
// Akoma Ntoso 3.0 → Regulation, in the profile that templates/regulation/README.md describes.

#include <string>
#include <vector>

#include <pugixml.hpp>

#include "base/xml.hpp"
#include "quyche/regulation.hpp"

namespace quyche {

/// Throws Error with every finding: akn.not-a-regulation, akn.missing-attribute, akn.bad-value …
[[nodiscard]] Regulation read_regulation(std::string bytes, const std::string& file);

/// One provision element (and all below it), as amendments carry them. Findings go to `found`.
[[nodiscard]] Provision read_provision(const XmlDocument& document, pugi::xml_node element,
                                       Diagnostics& found);
/// The metadata elements that plugins share with regulations.
[[nodiscard]] Term read_term(const XmlDocument& document, pugi::xml_node element, Diagnostics& found);
[[nodiscard]] Basis read_basis(const XmlDocument& document, pugi::xml_node element, Diagnostics& found);
/// "field = value" or "field != value"; nothing when it is neither.
[[nodiscard]] std::optional<Condition> read_condition(std::string_view text);
/// Text with {field}, {field:upper}, {#term}, {#term:title}.
[[nodiscard]] Inlines read_pattern(std::string_view text);

}  // namespace quyche
