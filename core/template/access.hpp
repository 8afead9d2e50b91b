#pragma once
// Getting at the inside of values: a.b, a['b'], a[0], a[1:3], and 'b.0.c' of filters. Only data and
// the attributes an object lists: nothing of the program is reachable.

#include <array>
#include <optional>
#include <string_view>

#include "template/value.hpp"

namespace quyche {

[[nodiscard]] std::optional<Value> attribute_of(const Value& owner, std::string_view name);
[[nodiscard]] std::optional<Value> item_of(const Value& owner, const Value& key);
/// A path as filters write it: a name, a number, or several with dots; undefined when it leads
/// nowhere.
[[nodiscard]] Value follow(const Value& owner, const Value& path);
/// The same, throwing TemplateFault when it leads nowhere.
[[nodiscard]] Value follow_strictly(const Value& owner, const Value& path);
/// Start, stop and step, undefined when absent. Throws TemplateFault.
[[nodiscard]] Value slice_of(const Value& owner, const std::array<Value, 3>& bounds);

[[noreturn]] void fail_attribute(const Value& owner, std::string_view name);
[[noreturn]] void fail_item(const Value& owner, const Value& key);
/// Lists and maps are no keys.
void check_key(const Value& key);

}  // namespace quyche
