#pragma once
// What a part says outside of its paragraphs: a placeholder picture whose alternative text is a tag
// gets the picture the tag names; a table of contents is marked to be made again.

#include <pugixml.hpp>

#include "render/word_tag.hpp"

namespace quyche {

/// Puts a marker where the picture is named.
void place_picture_tags(pugi::xml_node root, const PlaceStep& part, PartTags& tags);
void mark_stale_fields(pugi::xml_node root);

}  // namespace quyche
