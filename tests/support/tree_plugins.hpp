#pragma once
// The plugins of the tree as they are installed, those with code built. A test that includes this
// must be given QUYCHE_PLUGINS and depend on the libraries (see tests/CMakeLists.txt).

#include "base/environment.hpp"
#include "district/registry.hpp"

namespace quyche::sample {

inline Registry tree_registry() { return Registry::load(DiskFiles(), {QUYCHE_PLUGINS}); }

}  // namespace quyche::sample
