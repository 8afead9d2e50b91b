#include "template/arithmetic.hpp"

#include <array>
#include <cmath>
#include <limits>

#include "template/comparison.hpp"
#include "template/fault.hpp"
#include "template/percent_format.hpp"
#include "template/python_text.hpp"

namespace quyche {
namespace {

using Kind = Value::Kind;
constexpr std::size_t k_most_made_bytes = 16UL << 20U;

[[noreturn]] void too_large() {
  throw TemplateFault({"template.number-too-large", {}}, {{"hint.template.number", {}}});
}

[[noreturn]] void by_zero() {
  throw TemplateFault({"template.division-by-zero", {}}, {{"hint.template.division-by-zero", {}}});
}

Value whole_power(std::int64_t base, std::int64_t exponent) {
  std::int64_t out = 1;
  // Only 0, 1 and -1 may be multiplied this often.
  if (base >= -1 && base <= 1 && exponent > 2) exponent = 2 + exponent % 2;
  for (; exponent > 0; --exponent) {
    if (__builtin_mul_overflow(out, base, &out)) too_large();
  }
  return Value::integer(out);
}

Value whole_division(BinarySign sign, std::int64_t left, std::int64_t right) {
  if (right == 0) by_zero();
  if (right == -1) {
    if (sign == BinarySign::modulo) return Value::integer(std::int64_t{0});
    if (left == std::numeric_limits<std::int64_t>::min()) too_large();
  }
  const auto rest = left % right;
  const bool rounds_down = rest != 0 && (rest < 0) != (right < 0);
  if (sign == BinarySign::modulo) return Value::integer(rounds_down ? rest + right : rest);
  return Value::integer(left / right - (rounds_down ? 1 : 0));
}

Value on_wholes(BinarySign sign, std::int64_t left, std::int64_t right) {
  std::int64_t out = 0;
  bool overflow = false;
  switch (sign) {
    case BinarySign::add:
      overflow = __builtin_add_overflow(left, right, &out);
      break;
    case BinarySign::subtract:
      overflow = __builtin_sub_overflow(left, right, &out);
      break;
    case BinarySign::multiply:
      overflow = __builtin_mul_overflow(left, right, &out);
      break;
    case BinarySign::power:
      return whole_power(left, right);
    default:
      return whole_division(sign, left, right);
  }
  if (overflow) too_large();
  return Value::integer(out);
}

double modulo(double left, double right) {
  if (right == 0) by_zero();
  auto rest = std::fmod(left, right);
  if (rest != 0 && (rest < 0) != (right < 0)) rest += right;
  return rest == 0 ? std::copysign(0.0, right) : rest;
}

Value power(double left, double right) {
  if (left == 0 && right < 0) by_zero();
  const auto out = std::pow(left, right);
  if (std::isnan(out) && !std::isnan(left) && !std::isnan(right)) {
    throw TemplateFault({"template.no-real-number", {}});
  }
  if (std::isinf(out) && !std::isinf(left) && !std::isinf(right)) too_large();
  return Value::number(out);
}

Value on_numbers(BinarySign sign, double left, double right) {
  switch (sign) {
    case BinarySign::add:
      return Value::number(left + right);
    case BinarySign::subtract:
      return Value::number(left - right);
    case BinarySign::multiply:
      return Value::number(left * right);
    case BinarySign::divide:
      if (right == 0) by_zero();
      return Value::number(left / right);
    case BinarySign::floor_divide:
      return Value::number((left - modulo(left, right)) / right);
    case BinarySign::modulo:
      return Value::number(modulo(left, right));
    case BinarySign::power:
      return power(left, right);
  }
  return {};
}

Value repeated(const Value& part, std::int64_t times) {
  const auto count = static_cast<std::size_t>(std::max<std::int64_t>(times, 0));
  if (part.is(Kind::text)) {
    const auto text = part.as_text();
    check_size(bounded_product(text.size(), count));
    std::string out;
    if (text.empty()) return Value::text({});
    for (std::size_t i = 0; i < count; ++i) out += text;
    return Value::text(std::move(out));
  }
  const auto& list = part.as_list();
  if (list.items().empty()) return part;
  check_size(bounded_product(part.extent().bytes, count));
  std::vector<Value> out;
  for (std::size_t i = 0; i < count; ++i) {
    out.insert(out.end(), list.items().begin(), list.items().end());
  }
  return list.is_tuple() ? Value::tuple(std::move(out)) : Value::list(std::move(out));
}

bool repeats(const Value& part, const Value& times) {
  return (part.is(Kind::text) || part.is(Kind::list)) && times.is_whole();
}

Value on_numerics(BinarySign sign, const Value& left, const Value& right) {
  const bool stays_whole = left.is_whole() && right.is_whole() && sign != BinarySign::divide &&
                           !(sign == BinarySign::power && right.as_integer() < 0);
  if (stays_whole) return on_wholes(sign, left.as_integer(), right.as_integer());
  return on_numbers(sign, left.as_number(), right.as_number());
}

Value joined_texts(const Value& left, const Value& right) {
  check_size(left.as_text().size() + right.as_text().size());
  return Value::text(std::string(left.as_text()).append(right.as_text()));
}

bool both_same_lists(const Value& left, const Value& right) {
  return left.is(Kind::list) && right.is(Kind::list) &&
         left.as_list().is_tuple() == right.as_list().is_tuple();
}

Value joined_lists(const Value& left, const Value& right) {
  auto items = left.as_list().items();
  items.insert(items.end(), right.as_list().items().begin(), right.as_list().items().end());
  return left.as_list().is_tuple() ? Value::tuple(std::move(items)) : Value::list(std::move(items));
}

[[noreturn]] void no_operation(const char* sign, const Value& left, const Value& right) {
  std::vector<Text> hints;
  const bool mixes = left.is(Kind::text) != right.is(Kind::text);
  if (sign == std::string_view("+") && mixes) hints.push_back({"hint.template.use-tilde", {}});
  throw TemplateFault({"template.no-operation", {sign, type_name(left), type_name(right)}}, hints);
}

}  // namespace

const char* typed(BinarySign sign) {
  constexpr std::array k_signs{"+", "-", "*", "/", "//", "%", "**"};
  return k_signs.at(static_cast<std::size_t>(sign));
}

void check_size(std::size_t bytes) {
  if (bytes <= k_most_made_bytes) return;
  throw TemplateFault({"template.value-too-large", {}}, {{"hint.template.budget", {}}});
}

std::size_t bounded_product(std::size_t left, std::size_t right) {
  std::size_t out = 0;
  return __builtin_mul_overflow(left, right, &out) ? std::numeric_limits<std::size_t>::max() : out;
}

Value binary(BinarySign sign, const Value& left, const Value& right) {
  if (left.is_numeric() && right.is_numeric()) return on_numerics(sign, left, right);
  if (sign == BinarySign::modulo && left.is(Kind::text)) {
    return Value::text(percent_format(left.as_text(), right));
  }
  const bool multiplies = sign == BinarySign::multiply;
  if (multiplies && repeats(left, right)) return repeated(left, right.as_integer());
  if (multiplies && repeats(right, left)) return repeated(right, left.as_integer());
  if (sign == BinarySign::add) {
    if (left.is(Kind::text) && right.is(Kind::text)) return joined_texts(left, right);
    if (both_same_lists(left, right)) return joined_lists(left, right);
  }
  no_operation(typed(sign), left, right);
}

Value negative(const Value& value) {
  if (value.is(Kind::number)) return Value::number(-value.as_number());
  if (!value.is_whole())
    throw TemplateFault({"template.wrong-type", {"-", "number", type_name(value)}});
  return on_wholes(BinarySign::subtract, 0, value.as_integer());
}

Value positive(const Value& value) {
  if (value.is(Kind::number)) return value;
  if (!value.is_whole())
    throw TemplateFault({"template.wrong-type", {"+", "number", type_name(value)}});
  return Value::integer(value.as_integer());
}

bool compare(CompareSign sign, const Value& left, const Value& right) {
  const bool has_nan = (left.is(Kind::number) && std::isnan(left.as_number())) ||
                       (right.is(Kind::number) && std::isnan(right.as_number()));
  switch (sign) {
    case CompareSign::equal:
      return equal(left, right);
    case CompareSign::unequal:
      return !equal(left, right);
    case CompareSign::less:
      return less(left, right);
    case CompareSign::less_equal:
      return !has_nan && !less(right, left);
    case CompareSign::greater:
      return less(right, left);
    case CompareSign::greater_equal:
      return !has_nan && !less(left, right);
    case CompareSign::in:
      return contains(right, left);
    case CompareSign::not_in:
      return !contains(right, left);
  }
  return false;
}

}  // namespace quyche
