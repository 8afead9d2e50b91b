#pragma once
// The provisions of a numbered regulation as paragraphs: chapters, articles, clauses, points,
// tables and appendices. Written for composer through Story.

#include "docx/origin_notes.hpp"
#include "docx/provision_mark.hpp"
#include "docx/story.hpp"

namespace quyche {

/// What provisions carry beside their words; null: nothing of the kind.
struct ProvisionExtras {
  ProvisionMarks* marks = nullptr;  ///< their ids
  OriginNotes* notes = nullptr;     ///< who wrote them
};

/// Everything but the appendices; ends with the end mark, and stays with the signatures.
void write_provisions(Story& story, const ProvisionExtras& extras);
/// The appendices, each on a new page.
void write_appendices(Story& story, const ProvisionExtras& extras);

}  // namespace quyche
