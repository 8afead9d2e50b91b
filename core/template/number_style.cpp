// Setting one value in a width, with a sign, decimals, groups: what both kinds of patterns share.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/text.hpp"
#include "template/arithmetic.hpp"
#include "template/fault.hpp"
#include "template/items.hpp"
#include "template/percent_format.hpp"
#include "template/python_text.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_most_digits = 400;

std::string digits_of(double magnitude, std::chars_format format, std::size_t digits) {
  std::array<char, 1024> buffer{};
  const auto precision = static_cast<int>(std::min(digits, k_most_digits));
  const auto written = std::to_chars(buffer.begin(), buffer.end(), magnitude, format, precision);
  return {buffer.begin(), written.ptr};
}

std::string digits_of(std::uint64_t magnitude, int base) {
  std::array<char, 65> buffer{};
  return {buffer.begin(), std::to_chars(buffer.begin(), buffer.end(), magnitude, base).ptr};
}

std::string whole_digits(std::int64_t number, const NumberStyle& style) {
  const auto bits = static_cast<std::uint64_t>(number);
  const auto magnitude = number < 0 ? ~bits + 1 : bits;
  const auto prefix = [&style](const char* text) { return style.alternate ? text : ""; };
  switch (style.kind) {
    case 'x':
      return prefix("0x") + digits_of(magnitude, 16);
    case 'X':
      return prefix("0X") + upper(digits_of(magnitude, 16));
    case 'o':
      return prefix("0o") + digits_of(magnitude, 8);
    case 'b':
      return prefix("0b") + digits_of(magnitude, 2);
    default:
      break;
  }
  auto digits = digits_of(magnitude, 10);
  if (style.has_digits && digits.size() < style.digits) {
    check_size(style.digits);
    digits.insert(0, style.digits - digits.size(), '0');
  }
  return digits;
}

std::string real_digits(double number, const NumberStyle& style) {
  const auto magnitude = std::abs(number);
  if (!std::isfinite(number)) return std::isnan(number) ? "nan" : "inf";
  const auto digits = style.has_digits ? style.digits : 6;
  switch (style.kind) {
    case 'e':
      return digits_of(magnitude, std::chars_format::scientific, digits);
    case 'E':
      return upper(digits_of(magnitude, std::chars_format::scientific, digits));
    case 'g':
      return digits_of(magnitude, std::chars_format::general, std::max<std::size_t>(digits, 1));
    case 'G':
      return upper(
          digits_of(magnitude, std::chars_format::general, std::max<std::size_t>(digits, 1)));
    case '%':
      return digits_of(magnitude * 100, std::chars_format::fixed, digits) + '%';
    default:
      return digits_of(magnitude, std::chars_format::fixed, digits);
  }
}

void group(std::string& digits, char mark) {
  const auto end = std::min(digits.find_first_not_of("0123456789"), digits.size());
  for (auto at = end; at > 3; at -= 3) digits.insert(at - 3, 1, mark);
}

std::string sign_of(bool minus, const NumberStyle& style) {
  if (minus) return "-";
  if (style.plus) return "+";
  return style.space ? " " : "";
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

std::string padded(const std::string& sign, const std::string& body, const NumberStyle& style) {
  check_size(style.width);
  const auto used = sign.size() + count_characters(body);
  const auto missing = style.width > used ? style.width - used : 0;
  switch (style.align) {
    case '<':
      return sign + body + repeated(style.fill, missing);
    case '^':
      return repeated(style.fill, missing / 2) + sign + body +
             repeated(style.fill, missing - missing / 2);
    case '=':
      return sign + repeated(style.fill, missing) + body;
    default:
      return repeated(style.fill, missing) + sign + body;
  }
}

std::string cut_text(const Value& value, const NumberStyle& style) {
  auto text = text_of(value);
  if (!style.has_digits) return text;
  const auto characters = characters_of(text);
  if (style.digits >= characters.size()) return text;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < style.digits; ++i) bytes += characters[i].size();
  return text.substr(0, bytes);
}

}  // namespace

std::string fixed(double number, std::size_t decimals) {
  NumberStyle style;
  style.kind = 'f';
  style.has_digits = true;
  style.digits = decimals;
  return styled(Value::number(number), style);
}

std::string styled(const Value& value, const NumberStyle& style) {
  if (style.kind == 's') {
    auto text_style = style;
    if (style.align == '=') text_style.align = '<';
    return padded({}, cut_text(value, style), text_style);
  }
  const bool real = std::string_view("eEfFgG%").find(style.kind) != std::string_view::npos;
  const bool minus = real ? std::signbit(value.as_number()) : value.as_integer() < 0;
  auto digits =
      real ? real_digits(value.as_number(), style) : whole_digits(value.as_integer(), style);
  if (style.grouping != 0) group(digits, style.grouping);
  return padded(sign_of(minus, style), digits, style);
}

}  // namespace quyche
