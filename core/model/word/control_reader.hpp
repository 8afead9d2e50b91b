#pragma once
// What a content control's properties (w:sdtPr) say: its kind, choices, title and key. Used by
// word_paragraphs, which reads the content.

#include <pugixml.hpp>
#include <string_view>

#include "model/word/word_paragraphs.hpp"

namespace quyche::word {

/// `bookmark`: field of the bookmark around it, may be empty ("village_name_r2" for a repetition).
[[nodiscard]] Control read_control(pugi::xml_node properties, std::string_view bookmark);

/// Whether it holds other controls, pictures or building blocks: then it is only a wrapping.
[[nodiscard]] bool is_wrapping(pugi::xml_node control);

}  // namespace quyche::word
