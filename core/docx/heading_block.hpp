#pragma once
// The top of the paper: the borderless table with organs and heading, number, place and date; then
// the name of the type and the title. Written for composer through Story.

#include "docx/story.hpp"

namespace quyche {

void write_heading(Story& story);

}  // namespace quyche
