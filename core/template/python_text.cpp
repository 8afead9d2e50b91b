#include "template/python_text.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "base/code_points.hpp"

namespace quyche {
namespace {

using Kind = Value::Kind;

std::string hex(std::uint32_t number, std::size_t width) {
  std::array<char, 8> buffer{};
  const auto end = std::to_chars(buffer.begin(), buffer.end(), number, 16).ptr;
  const std::string digits(buffer.begin(), end);
  return std::string(width - std::min(width, digits.size()), '0') + digits;
}

/// Whether Python's repr writes the character as it is.
bool is_printable(std::uint32_t c) {
  if (c < 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0xAD) return false;
  if (c == 0x1680 || (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F)) return false;
  if ((c >= 0x205F && c <= 0x206F) || c == 0x3000) return false;
  return c != 0xFEFF && (c < 0xE000 || c > 0xF8FF) && (c & 0xFFFEU) != 0xFFFE;
}

std::string escaped(std::uint32_t c) {
  if (c == '\n') return "\\n";
  if (c == '\r') return "\\r";
  if (c == '\t') return "\\t";
  if (c < 0x100) return "\\x" + hex(c, 2);
  return c < 0x10000 ? "\\u" + hex(c, 4) : "\\U" + hex(c, 8);
}

std::string quoted(std::string_view text) {
  const bool has_single = text.find('\'') != text.npos;
  const char mark = has_single && text.find('"') == text.npos ? '"' : '\'';
  std::string out(1, mark);
  while (!text.empty()) {
    const auto before = text;
    const auto c = next_code_point(text);
    const auto bytes = before.substr(0, before.size() - text.size());
    if (c == mark || c == '\\') out += '\\';
    out += c >= 0 && !is_printable(static_cast<std::uint32_t>(c))
               ? escaped(static_cast<std::uint32_t>(c))
               : std::string(bytes);
  }
  return out += mark;
}

std::string list_text(const ValueList& list) {
  std::string out(1, list.is_tuple() ? '(' : '[');
  for (const auto& item : list.items()) {
    if (out.size() > 1) out += ", ";
    out += representation(item);
  }
  if (list.is_tuple() && list.items().size() == 1) out += ',';
  return out += list.is_tuple() ? ')' : ']';
}

std::string map_text(const ValueMap& map) {
  std::string out = "{";
  for (const auto& [key, value] : map.entries()) {
    if (out.size() > 1) out += ", ";
    out.append(representation(key)).append(": ").append(representation(value));
  }
  return out += '}';
}

}  // namespace

std::string float_text(double number) {
  if (std::isnan(number)) return "nan";
  if (std::isinf(number)) return number < 0 ? "-inf" : "inf";
  std::array<char, 64> buffer{};
  const auto magnitude = std::abs(number);
  const bool plain = magnitude == 0 || (magnitude >= 1e-4 && magnitude < 1e16);
  const auto format = plain ? std::chars_format::fixed : std::chars_format::scientific;
  const auto end = std::to_chars(buffer.begin(), buffer.end(), number, format).ptr;
  std::string out(buffer.begin(), end);
  if (plain && out.find('.') == std::string::npos) out += ".0";
  return out;
}

std::string text_of(const Value& value) {
  switch (value.kind()) {
    case Kind::undefined:
      return {};
    case Kind::none:
      return "None";
    case Kind::boolean:
      return value.as_boolean() ? "True" : "False";
    case Kind::integer:
      return std::to_string(value.as_integer());
    case Kind::number:
      return float_text(value.as_number());
    case Kind::text:
      return std::string(value.as_text());
    case Kind::list:
      return list_text(value.as_list());
    case Kind::map:
      return map_text(value.as_map());
    case Kind::object:
      return value.as_object()->text();
  }
  return {};
}

std::string representation(const Value& value) {
  if (value.is(Kind::text)) return quoted(value.as_text());
  return value.is(Kind::undefined) ? "Undefined" : text_of(value);
}

std::string type_name(const Value& value) {
  constexpr std::array k_names{"undefined", "none", "boolean", "integer", "float",
                               "string",    "list", "mapping", "object"};
  if (value.is(Kind::object)) return value.as_object()->type_name();
  if (value.is(Kind::list) && value.as_list().is_tuple()) return "tuple";
  return k_names.at(static_cast<std::size_t>(value.kind()));
}

}  // namespace quyche
