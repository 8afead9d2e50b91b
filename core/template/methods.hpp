#pragma once
// Methods of values: 'a'.upper(), d.items(). A closed list, by kind of value.

#include <optional>
#include <string_view>

#include "template/value.hpp"

namespace quyche {

[[nodiscard]] bool has_method(const Value& owner, std::string_view name);
[[nodiscard]] std::vector<std::string> method_names(const Value& owner);
/// Asks for has_method. Throws TemplateFault for wrong arguments.
[[nodiscard]] Value call_method_of(const Value& owner, std::string_view name,
                                   const CallArguments& arguments);

}  // namespace quyche
