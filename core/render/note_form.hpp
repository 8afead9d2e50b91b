#pragma once
// The three kinds of notes that have a part of their own, which the body refers to: how their part,
// their element and a reference to it are called. For every file of this stage.

#include <array>
#include <set>
#include <string>

namespace quyche {

struct NoteForm {
  const char* part;
  const char* element;
  const char* reference;
  const char* kind;  ///< as relationships and content types have it
};
inline constexpr std::array<NoteForm, 3> k_note_forms{
    {{"word/footnotes.xml", "w:footnote", "w:footnoteReference", "footnotes"},
     {"word/endnotes.xml", "w:endnote", "w:endnoteReference", "endnotes"},
     {"word/comments.xml", "w:comment", "w:commentReference", "comments"}}};
constexpr std::size_t k_comments = 2;

/// Ids of notes, by kind.
using NoteIds = std::array<std::set<std::string>, k_note_forms.size()>;

/// Stands in the tree where a note is written: its attribute n is the kind.
inline constexpr const char* k_note = "q:note";

}  // namespace quyche
