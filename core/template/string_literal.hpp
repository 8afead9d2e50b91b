#pragma once
// Literals of the template language: the escapes of a string, the spellings of a number, as in
// Python. For the lexer.

#include <string>
#include <string_view>

#include "template/value.hpp"

namespace quyche {

/// The text a string literal means, given what stands between its quotation marks.
[[nodiscard]] std::string string_literal(std::string_view body);

struct NumberLiteral {
  std::size_t length = 0;  ///< bytes taken
  Value value;             ///< undefined when it is too large
};
/// The number at the front of `rest`, which begins with a digit: 12, 1_000, 0x1F, 1.5, 2e3.
[[nodiscard]] NumberLiteral number_literal(std::string_view rest);

}  // namespace quyche
