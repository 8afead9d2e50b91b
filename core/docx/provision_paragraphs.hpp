#pragma once
// The provisions of a numbered regulation as paragraphs: chapters, articles, clauses, points,
// tables and appendices. Written for composer through Story.

#include "docx/provision_mark.hpp"
#include "docx/story.hpp"

namespace quyche {

/// Everything but the appendices; ends with the end mark, and stays with the signatures. `marks`
/// may be null: the provisions carry no ids then.
void write_provisions(Story& story, ProvisionMarks* marks);
/// The appendices, each on a new page.
void write_appendices(Story& story, ProvisionMarks* marks);

}  // namespace quyche
