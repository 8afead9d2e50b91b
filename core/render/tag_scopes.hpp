#pragma once
// Puts each tag at the level it is meant for: a tag for a paragraph, row or cell takes the place of
// it, a tag alone in its paragraph takes the paragraph with it, a block begins and ends at one
// level. What cannot be put in order is reported.

#include "render/tag_tree.hpp"

namespace quyche {

/// {%p %} {%tr %} {%tc %} {#p #} …
void lift_scoped_tags(TagTree& tree);
/// {%- and -%}
void join_paragraphs(TagTree& tree);
/// Tags with nothing beside them in their paragraph; comments.
void lift_lone_tags(TagTree& tree);
/// Splits runs where a block reaches over them.
void level_blocks(TagTree& tree);

}  // namespace quyche
