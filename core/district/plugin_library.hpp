#pragma once
// Code plugins: the only file that touches Poco::ClassLoader. Libraries are loaded once and never
// unloaded; each plugin answers for itself because class lookup is per library.

#include <memory>
#include <string>

#include "quyche/plugin.hpp"

namespace quyche {

/// Loads the library at `path` and makes its `class_name`. Throws Error: plugin.unsafe-library
/// (writable by others), plugin.load-failed, plugin.no-class.
[[nodiscard]] std::shared_ptr<const Plugin> load_plugin(const std::string& path,
                                                        const std::string& class_name);

}  // namespace quyche
