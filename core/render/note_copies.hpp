#pragma once
// Notes that a loop refers to (footnotes, endnotes, comments): moved out of their part to the place
// that refers to them, so that each round writes its own, with the values of the round. For the
// compiler of the body.

#include <array>
#include <pugixml.hpp>
#include <string>

#include "render/note_form.hpp"
#include "render/word_tag.hpp"

namespace quyche {

/// The parts of notes as they were read; empty: there is none.
using NoteParts = std::array<std::string, k_note_forms.size()>;

/// Puts the notes that loops of the body refer to into its tree, their tags healed. Gives their
/// ids.
[[nodiscard]] NoteIds move_notes(pugi::xml_node body, const NoteParts& parts, PartTags& tags);

/// The part without these notes.
[[nodiscard]] std::string without_notes(const std::string& part, std::size_t kind,
                                        const std::set<std::string>& ids);

}  // namespace quyche
