#pragma once
// Values to JSON and back. Out as Jinja2's tojson writes it (keys sorted, < > & ' escaped); in with
// the order of the file kept, and every problem of the text located.

#include <string>
#include <string_view>

#include "template/value.hpp"

namespace quyche {

/// `indent` < 0: on one line. Throws TemplateFault for what JSON cannot say.
[[nodiscard]] std::string json_text(const Value& value, int indent);
/// Text is normalised (NFC). Throws Error: not well-formed, a name twice in one object, nested
/// deeper than 90.
[[nodiscard]] Value value_from_json(std::string_view json, const std::string& file);

}  // namespace quyche
