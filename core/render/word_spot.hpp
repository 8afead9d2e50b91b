#pragma once
// What stands around a marker, read from the tree.

#include <pugixml.hpp>

#include "render/part_program.hpp"

namespace quyche {

[[nodiscard]] WordSpot spot_around(pugi::xml_node marker);
/// Appends `<name a="b">` without its children.
void append_start_tag(std::string& out, pugi::xml_node element);

}  // namespace quyche
