#pragma once
// JSON that people and other programs hand in, as a tree in the order it is written. For rows of
// data, records of meetings, decisions about conflicts.

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace quyche {

using JsonTree = nlohmann::ordered_json;

/// Parses the stretch of `bytes`, read from `file`, that begins at `offset`. `hint`: what was
/// expected. Throws Error json.not-well-formed, json.too-deep, json.twin-key.
[[nodiscard]] JsonTree parse_json(std::string_view bytes, const std::string& file,
                                  const std::string& hint, std::size_t offset = 0,
                                  std::size_t length = std::string_view::npos);

}  // namespace quyche
