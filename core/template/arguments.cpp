#include "template/arguments.hpp"

#include <charconv>

#include "base/text.hpp"
#include "template/comparison.hpp"
#include "template/fault.hpp"
#include "template/letters.hpp"
#include "template/python_text.hpp"

namespace quyche {

Text wrong_count(std::string_view callee, std::size_t least, std::size_t most, std::size_t given) {
  const std::string name(callee);
  if (most == 0) return {"template.takes-no-argument", {name, std::to_string(given)}};
  if (least == most) {
    return {"template.exact-argument-count", {name, std::to_string(most), std::to_string(given)}};
  }
  return {"template.argument-count",
          {name, std::to_string(least), std::to_string(most), std::to_string(given)}};
}

void fail_type(std::string_view callee, std::string_view wanted, const Value& value) {
  throw TemplateFault(
      {"template.wrong-type", {std::string(callee), std::string(wanted), type_name(value)}});
}

std::optional<std::int64_t> whole_in(std::string_view text) {
  const auto words = squeeze(text);
  std::string_view rest = words;
  const bool is_negative = rest.starts_with('-');
  if (is_negative) rest.remove_prefix(1);
  const bool has_groups = rest.find('.') <= 3;
  std::string digits;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    const bool is_point = (rest.size() - i) % 4 == 0 && i > 0 && has_groups;
    if (is_point != (rest[i] == '.') || (!is_point && !is_digit(rest[i]))) return std::nullopt;
    if (!is_point) digits += rest[i];
  }
  std::int64_t number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (read.ec != std::errc() || digits.empty()) return std::nullopt;
  return is_negative ? -number : number;
}

std::int64_t whole_argument(const Value& value, std::string_view callee) {
  if (!value.is_whole()) fail_type(callee, "integer", value);
  return value.as_integer();
}

std::int64_t whole_argument(const Value& value, std::string_view callee, std::int64_t absent) {
  return value.is(Value::Kind::undefined) ? absent : whole_argument(value, callee);
}

double number_argument(const Value& value, std::string_view callee) {
  if (!value.is_numeric()) fail_type(callee, "number", value);
  return value.as_number();
}

std::string text_argument(const Value& value, std::string_view callee) {
  if (!value.is(Value::Kind::text)) fail_type(callee, "string", value);
  return std::string(value.as_text());
}

std::string text_argument(const Value& value, std::string_view callee, std::string absent) {
  return value.is(Value::Kind::undefined) ? std::move(absent) : text_argument(value, callee);
}

bool flag_argument(const Value& value, bool absent) {
  return value.is(Value::Kind::undefined) ? absent : truth(value);
}

std::vector<Text> nearest_hint(const std::string& name, const std::vector<std::string>& known) {
  const auto near = nearest(name, known);
  if (near.empty()) return {};
  return {{"hint.did-you-mean", {near}}};
}

}  // namespace quyche
