#pragma once
// Properties of WordprocessingML stand in a fixed order; one that is missing is put where it
// belongs. For fix and annotate.

#include <pugixml.hpp>
#include <string>

namespace quyche::check {

/// The child `name` of w:rPr, w:pPr or w:sectPr (by local names), made when missing.
[[nodiscard]] pugi::xml_node property(pugi::xml_node properties, const std::string& name);
/// The w:rPr of a run or w:pPr of a paragraph: its first child, made when missing.
[[nodiscard]] pugi::xml_node properties_of(pugi::xml_node owner, const std::string& name);
/// Sets an attribute in the namespace of its element ("val" → w:val).
void set(pugi::xml_node node, const std::string& attribute, const std::string& value);
/// A switch: on without value, off as w:val="0".
void set_switch(pugi::xml_node properties, const std::string& name, bool is_on);

}  // namespace quyche::check
