#pragma once
// Values as Python prints them, so that a template brought over from Jinja2 says the same: True,
// None, 1.0, ['a', 1]. For printing, `~`, join, string, format.

#include <string>
#include <string_view>

#include "template/value.hpp"

namespace quyche {

/// str(value); undefined is empty.
[[nodiscard]] std::string text_of(const Value& value);
/// repr(value): text in quotation marks.
[[nodiscard]] std::string representation(const Value& value);
/// repr(float): the shortest digits that read back as the same number.
[[nodiscard]] std::string float_text(double number);
/// The word of the language for the kind of a value: the name of the test that holds for it.
[[nodiscard]] std::string type_name(const Value& value);

}  // namespace quyche
