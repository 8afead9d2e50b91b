#pragma once
// Paper, margins and page numbers of a document put right. For fix.

#include "check/rules.hpp"

namespace quyche::check {

void fix_pages(const Paper& paper);

}  // namespace quyche::check
