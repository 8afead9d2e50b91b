#pragma once
// A field's value between its canonical form and the words on paper.

#include <string>

#include "quyche/values.hpp"

namespace quyche {

/// The text a value is shown as: dates by `form` ("words" → "ngày 05 tháng 6 năm 2018", else
/// 05/6/2018), choices by label, booleans by word, "upper" and "title" applied.
[[nodiscard]] std::string shown_value(const Field& field, const std::string& value,
                                      const std::string& form);
/// What an empty blank shows: "[" + the field's label + "]".
[[nodiscard]] std::string shown_empty(const Field& field);

}  // namespace quyche
