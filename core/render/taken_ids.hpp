#pragma once
// The highest ids in use in a part, so that new ones are free.

#include <string_view>

#include "render/word_run.hpp"

namespace quyche {

void note_ids(std::string_view xml, TakenIds& taken);
/// The same for word/numbering.xml.
void note_lists(std::string_view numbering, TakenIds& taken);
/// The same for the part of these notes.
void note_notes(std::string_view xml, std::size_t kind, TakenIds& taken);

}  // namespace quyche
