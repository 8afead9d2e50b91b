#pragma once
// Texts with holes, as Python fills them: "%s %05.2f" % (a, b) and "{} {0:>8}".format(a). For the
// operator %, the filter format, and the method format. Widths are capped by check_size.

#include <string>
#include <string_view>

#include "template/value.hpp"

namespace quyche {

/// `values` is a tuple, a mapping for %(name)s, or the one value. Throws TemplateFault.
[[nodiscard]] std::string percent_format(std::string_view pattern, const Value& values);
[[nodiscard]] std::string brace_format(std::string_view pattern, const CallArguments& arguments);

/// How one value is set: sign, width, digits, kind of number.
struct NumberStyle {
  char kind = 's';
  char align = 0;  ///< < > ^ or =
  std::string fill = " ";
  bool plus = false;
  bool space = false;
  bool alternate = false;
  char grouping = 0;
  std::size_t width = 0;
  bool has_digits = false;
  std::size_t digits = 0;
};
[[nodiscard]] std::string styled(const Value& value, const NumberStyle& style);
/// 3.14159 with a fixed number of decimals, rounded half to even as Python does.
[[nodiscard]] std::string fixed(double number, std::size_t decimals);

}  // namespace quyche
