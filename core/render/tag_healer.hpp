#pragma once
// Puts a marker into the tree where each tag was typed and takes its letters away, over however
// many runs, marks and wrappers they were spread. All other words keep their element and its
// formatting.

#include <pugixml.hpp>
#include <vector>

#include "render/part_text.hpp"
#include "render/word_tag.hpp"

namespace quyche {

/// Changes the tree; tags and findings (unclosed tags, tags in deleted words) go to `tags`.
void heal_tags(std::vector<ParagraphText>& paragraphs, PartTags& tags);

/// Takes a text, run or wrapper away when nothing is left in it, and what stands around it as well.
void remove_empty(pugi::xml_node node);

}  // namespace quyche
