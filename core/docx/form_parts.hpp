#pragma once
// The parts that make blanks work in Word: the custom XML part their texts are bound to, what names
// it, and the glossary document with the placeholder text of each field.

#include <string>
#include <vector>

#include "quyche/values.hpp"

namespace quyche {

/// customXml/item1.xml: one element a bound field, in the order of `fields`.
[[nodiscard]] std::string form_data(const std::vector<const Field*>& blanks, const Values& values);
/// customXml/itemProps1.xml.
[[nodiscard]] std::string form_properties();
/// word/glossary/document.xml for the blanks of these fields.
[[nodiscard]] std::string placeholder_glossary(const std::vector<const Field*>& fields);

}  // namespace quyche
