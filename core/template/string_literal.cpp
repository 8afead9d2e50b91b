#include "template/string_literal.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/utf8.hpp"

namespace quyche {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// `count` digits in `base` off the front of `rest` (fewer are enough when `base` is 8).
std::optional<std::uint32_t> code_number(std::string_view& rest, std::size_t count, int base) {
  std::uint32_t number = 0;
  const auto* end = rest.data() + std::min(count, rest.size());
  const auto read = std::from_chars(rest.data(), end, number, base);
  const auto taken = static_cast<std::size_t>(read.ptr - rest.data());
  if (read.ec != std::errc() || (base == 16 && taken != count)) return std::nullopt;
  rest.remove_prefix(taken);
  return number;
}

std::optional<std::uint32_t> numbered_character(std::string_view& rest) {
  if (rest.front() >= '0' && rest.front() <= '7') return code_number(rest, 3, 8);
  const auto count = std::string_view("xuU").find(rest.front());
  if (count == std::string_view::npos) return std::nullopt;
  auto digits = rest.substr(1);
  const auto number = code_number(digits, std::size_t{2} << count, 16);
  const bool exists = number && *number <= 0x10FFFF && (*number < 0xD800 || *number > 0xDFFF);
  if (!exists) return std::nullopt;
  rest = digits;
  return number;
}

/// One escape, behind its backslash.
void add_escape(std::string& out, std::string_view& rest) {
  constexpr std::string_view k_letters = "abfnrtv\\'\"\n";
  constexpr std::array<std::string_view, 11> k_meant{"\a", "\b", "\f", "\n", "\r", "\t",
                                                     "\v", "\\", "'",  "\"", ""};
  if (rest.empty()) {
    out += '\\';
  } else if (const auto at = k_letters.find(rest.front()); at != std::string_view::npos) {
    out += k_meant.at(at);
    rest.remove_prefix(1);
  } else if (const auto code = numbered_character(rest)) {
    append_utf8(out, *code);
  } else {
    out += '\\';
  }
}

/// Digits with single underscores between them, from `at` on: where they end.
std::size_t digits_end(std::string_view text, std::size_t at) {
  while (at < text.size() && (is_digit(text[at]) || (text[at] == '_' && at + 1 < text.size() &&
                                                     is_digit(text[at + 1])))) {
    ++at;
  }
  return at;
}

std::size_t fraction_end(std::string_view rest, std::size_t at) {
  if (at + 1 < rest.size() && rest[at] == '.' && is_digit(rest[at + 1])) {
    at = digits_end(rest, at + 1);
  }
  if (at + 1 < rest.size() && (rest[at] == 'e' || rest[at] == 'E')) {
    const auto sign = rest[at + 1] == '+' || rest[at + 1] == '-' ? at + 2 : at + 1;
    if (sign < rest.size() && is_digit(rest[sign])) at = digits_end(rest, sign);
  }
  return at;
}

NumberLiteral whole_number(std::string_view digits, int base, std::size_t length) {
  std::int64_t number = 0;
  const auto* end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, number, base);
  if (read.ec != std::errc() || read.ptr != end) return {length, {}};
  return {length, Value::integer(number)};
}

std::optional<NumberLiteral> based_number(std::string_view rest) {
  if (rest.size() < 3 || rest[0] != '0') return std::nullopt;
  constexpr std::string_view k_marks = "xXbBoO";
  constexpr std::array k_bases{16, 16, 2, 2, 8, 8};
  const auto mark = k_marks.find(rest[1]);
  if (mark == k_marks.npos) return std::nullopt;
  const std::string_view digits = k_bases.at(mark) == 16  ? "0123456789abcdefABCDEF"
                                  : k_bases.at(mark) == 8 ? "01234567"
                                                          : "01";
  const auto end = std::min(rest.find_first_not_of(digits, 2), rest.size());
  if (end == 2) return std::nullopt;
  return whole_number(rest.substr(2, end - 2), k_bases.at(mark), end);
}

}  // namespace

std::string string_literal(std::string_view body) {
  std::string out;
  while (!body.empty()) {
    const char c = body.front();
    body.remove_prefix(1);
    if (c == '\\') {
      add_escape(out, body);
    } else {
      out += c;
    }
  }
  return out;
}

NumberLiteral number_literal(std::string_view rest) {
  if (const auto based = based_number(rest)) return *based;
  const auto whole_end = digits_end(rest, 0);
  const auto end = fraction_end(rest, whole_end);
  std::string digits(rest.substr(0, end));
  std::erase(digits, '_');
  if (end == whole_end) return whole_number(digits, 10, end);
  double number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (read.ec != std::errc()) return {end, {}};
  return {end, Value::number(number)};
}

}  // namespace quyche
