#pragma once
// Akoma Ntoso 3.0 → Regulation, in the profile that templates/regulation/README.md describes.

#include <pugixml.hpp>
#include <string>

#include "base/xml.hpp"
#include "quyche/regulation.hpp"

namespace quyche {

/// Throws Error with every finding: akn.not-a-regulation, akn.unknown-element, akn.bad-value,
/// akn.missing-id, akn.duplicate-id.
[[nodiscard]] Regulation read_regulation(std::string bytes, const std::string& file);

/// One provision element (and all below it), as amendments carry them. Findings go to `found`.
[[nodiscard]] Provision read_provision(const XmlDocument& document, pugi::xml_node element,
                                       Diagnostics& found);

/// Name without its prefix: "a:paragraph" → "paragraph".
[[nodiscard]] std::string_view local_name(pugi::xml_node node);

}  // namespace quyche
