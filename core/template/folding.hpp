#pragma once
// Constants computed once: 2 * 3, 'a' ~ 'b', [1, 2]. What would fail is left for the rendering,
// which knows whether it is ever reached.

#include "template/tree.hpp"

namespace quyche {

void fold_constants(StatementBody& body);

}  // namespace quyche
