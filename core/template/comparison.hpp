#pragma once
// How values compare: truth, equality, order, containment, as in Python. For operators, tests, and
// filters that sort or look for something.

#include <string>

#include "template/value.hpp"

namespace quyche {

[[nodiscard]] bool truth(const Value& value);
[[nodiscard]] bool equal(const Value& left, const Value& right);
/// left < right; throws TemplateFault when Python has no order between the two.
[[nodiscard]] bool less(const Value& left, const Value& right);
/// `part in whole`; throws TemplateFault when `whole` holds nothing.
[[nodiscard]] bool contains(const Value& whole, const Value& part);
/// Equal text for equal values: how maps and `unique` know twins.
[[nodiscard]] std::string key_text(const Value& value);

}  // namespace quyche
