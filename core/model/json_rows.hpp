#pragma once
// Village data from JSON: one object, an array of objects, {"records": […]}, or one object a line.

#include <memory>
#include <string>
#include <vector>

#include "model/rows.hpp"

namespace quyche {

/// Keys are field names; an unknown one is an error with the nearest name, because it is misspelt.
/// Throws Error json.not-well-formed (line), json.not-records.
[[nodiscard]] std::unique_ptr<RowSource> open_json(std::string bytes, const std::string& file,
                                                   const std::vector<Field>& fields);
[[nodiscard]] std::unique_ptr<RowSource> open_json_lines(std::string bytes, const std::string& file,
                                                         const std::vector<Field>& fields);

}  // namespace quyche
