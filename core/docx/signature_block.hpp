#pragma once
// The foot of the paper: signatures and recipients in a borderless table that never breaks over a
// page. Written for composer through Story.

#include "docx/story.hpp"

namespace quyche {

/// One signature: recipients at the left, signature at the right. Several: side by side, the last
/// at the right, recipients below.
void write_signatures(Story& story);

}  // namespace quyche
