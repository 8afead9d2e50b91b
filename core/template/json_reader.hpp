#pragma once
// JSON straight to values, for json_text: data files are read as often as documents are rendered.
// Says nothing about what is wrong; that is left to the library, which reads such a text again.

#include <optional>
#include <string_view>

#include "template/value.hpp"

namespace quyche {

/// Nothing when the text is not JSON, or holds what is better left to the library: numbers out of
/// range, more than 90 levels. Throws TemplateFault as Value::map does.
[[nodiscard]] std::optional<Value> read_json(std::string_view json);

}  // namespace quyche
