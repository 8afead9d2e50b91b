// Filters of numbers: int, float, round, abs, sum.
#include <array>
#include <charconv>
#include <cmath>

#include "template/access.hpp"
#include "template/arguments.hpp"
#include "template/arithmetic.hpp"
#include "template/fault.hpp"
#include "template/filters.hpp"
#include "template/items.hpp"
#include "template/letters.hpp"
#include "template/percent_format.hpp"
#include "template/python_text.hpp"

namespace quyche {
namespace {

using Kind = Value::Kind;

/// A text without white space, sign plus, and underscores between digits.
std::string digits_only(std::string_view text) {
  auto out = stripped(text, {}, true, true);
  if (out.size() > 1 && out.front() == '+' && out[1] != '-') out.erase(0, 1);
  std::string without;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const bool between =
        out[i] == '_' && i > 0 && i + 1 < out.size() && out[i - 1] != '_' && out[i + 1] != '_';
    if (!between) without += out[i];
  }
  return without;
}

std::optional<double> read_number(std::string_view text) {
  const auto digits = digits_only(text);
  double number = 0;
  const auto* end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return number;
}

std::optional<std::int64_t> read_whole(std::string_view text, int base) {
  auto digits = digits_only(text);
  const bool minus = digits.starts_with('-');
  std::string_view rest = digits;
  if (minus) rest.remove_prefix(1);
  constexpr std::array<std::pair<std::string_view, int>, 6> k_prefixes{
      {{"0x", 16}, {"0X", 16}, {"0o", 8}, {"0O", 8}, {"0b", 2}, {"0B", 2}}};
  for (const auto& [prefix, own_base] : k_prefixes) {
    if (base == own_base && rest.starts_with(prefix)) rest.remove_prefix(prefix.size());
  }
  std::int64_t number = 0;
  const auto* end = rest.data() + rest.size();
  const auto read = std::from_chars(rest.data(), end, number, base);
  if (read.ec != std::errc() || read.ptr != end || rest.starts_with('-')) return std::nullopt;
  return minus ? -number : number;
}

Value whole_part(double number, const Value& otherwise) {
  if (!(std::abs(number) < 9.2e18)) return otherwise;
  return Value::integer(static_cast<std::int64_t>(std::trunc(number)));
}

Value to_int(FilterCall& call) {
  const auto otherwise = call.has(0) ? call.argument(0) : Value::integer(std::int64_t{0});
  const auto base = whole_argument(call.argument(1), "int", 10);
  if (base < 2 || base > 36) throw TemplateFault({"template.bad-base", {std::to_string(base)}});
  const auto& value = call.subject;
  if (value.is_whole()) return Value::integer(value.as_integer());
  if (value.is(Kind::number)) return whole_part(value.as_number(), otherwise);
  if (!value.is(Kind::text)) return otherwise;
  if (const auto whole = read_whole(value.as_text(), static_cast<int>(base))) {
    return Value::integer(*whole);
  }
  const auto number = read_number(value.as_text());
  return number ? whole_part(*number, otherwise) : otherwise;
}

Value to_float(FilterCall& call) {
  const auto& value = call.subject;
  if (value.is_numeric()) return Value::number(value.as_number());
  if (value.is(Kind::text)) {
    if (const auto number = read_number(value.as_text())) return Value::number(*number);
  }
  return call.has(0) ? call.argument(0) : Value::number(0);
}

/// Python's round: the exact decimal value, half to even.
double rounded(double number, std::int64_t digits) {
  if (!std::isfinite(number) || digits > 300) return number;
  if (digits >= 0) {
    const auto text = fixed(number, static_cast<std::size_t>(digits));
    double out = number;
    std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
  }
  const auto scale = std::pow(10.0, static_cast<double>(-std::max<std::int64_t>(digits, -300)));
  return std::nearbyint(number / scale) * scale;
}

/// A whole number to tens, hundreds …, half to even.
std::int64_t rounded_whole(std::int64_t number, std::int64_t digits) {
  if (digits >= 0) return number;
  if (digits < -18) return 0;
  std::int64_t unit = 1;
  for (auto at = digits; at < 0; ++at) unit *= 10;
  const auto rest = number % unit;
  const auto down = number - rest;
  const auto twice = static_cast<double>(std::abs(rest)) * 2 - static_cast<double>(unit);
  const bool is_up = twice > 0 || (twice == 0 && (down / unit) % 2 != 0);
  std::int64_t out = down;
  if (is_up && __builtin_add_overflow(down, rest < 0 ? -unit : unit, &out)) {
    throw TemplateFault({"template.number-too-large", {}}, {{"hint.template.number", {}}});
  }
  return out;
}

Value round(FilterCall& call) {
  const auto number = number_argument(call.subject, "round");
  const auto digits = whole_argument(call.argument(0), "round", 0);
  const auto method = text_argument(call.argument(1), "round", "common");
  if (method == "common") {
    if (call.subject.is_whole()) {
      return Value::integer(rounded_whole(call.subject.as_integer(), digits));
    }
    return Value::number(rounded(number, digits));
  }
  if (method != "ceil" && method != "floor") {
    throw TemplateFault({"template.round-method", {method}});
  }
  const auto scale = std::pow(10.0, static_cast<double>(digits));
  const auto scaled = number * scale;
  return Value::number((method == "ceil" ? std::ceil(scaled) : std::floor(scaled)) / scale);
}

Value absolute(FilterCall& call) {
  if (!call.subject.is_numeric()) fail_type("abs", "number", call.subject);
  if (call.subject.is(Kind::number)) return Value::number(std::abs(call.subject.as_number()));
  return call.subject.as_integer() < 0 ? negative(call.subject) : positive(call.subject);
}

Value sum(FilterCall& call) {
  const ValueItems items(call.subject, "sum");
  const bool by_attribute = call.has(0) && !call.argument(0).is(Kind::none);
  auto total = call.has(1) ? call.argument(1) : Value::integer(std::int64_t{0});
  for (std::size_t i = 0; i < items.size(); ++i) {
    call.host.charge(1);
    const auto item = items.at(i);
    total = binary(BinarySign::add, total,
                   by_attribute ? follow_strictly(item, call.argument(0)) : item);
  }
  return total;
}

}  // namespace

std::vector<FilterEntry> number_filters() {
  return {{"int", &to_int, {"default", "base"}},
          {"float", &to_float, {"default"}},
          {"round", &round, {"precision", "method"}},
          {"abs", &absolute, {}},
          {"sum", &sum, {"attribute", "start"}}};
}

}  // namespace quyche
