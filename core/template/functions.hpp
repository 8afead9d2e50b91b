#pragma once
// The functions of the language: range, dict, namespace, cycler, joiner. A name of the data hides
// them.

#include <optional>
#include <string_view>

#include "template/value.hpp"

namespace quyche {

class TemplateEvaluator;

[[nodiscard]] std::optional<Value> find_function(std::string_view name,
                                                 TemplateEvaluator& evaluator);
[[nodiscard]] std::vector<std::string> function_names();

}  // namespace quyche
