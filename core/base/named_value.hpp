#pragma once
// Looking into a row or a record: what is not there is the same as what is empty.

#include <string>
#include <string_view>

#include "quyche/values.hpp"

namespace quyche {

/// The value under `name`, or an empty one. It belongs to `values`.
[[nodiscard]] const std::string& value_of(const Values& values, std::string_view name);

}  // namespace quyche
