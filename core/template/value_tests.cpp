#include "template/value_tests.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "template/arithmetic.hpp"
#include "template/comparison.hpp"
#include "template/fault.hpp"
#include "template/filters.hpp"
#include "template/items.hpp"
#include "template/python_text.hpp"

namespace quyche {
namespace {

using Kind = Value::Kind;
using TestArguments = const std::vector<Value>&;

template <Kind kind>
bool is_kind(const Value& subject, TestArguments /*arguments*/) {
  return subject.is(kind);
}

/// What division by a number leaves, as Python counts.
Value rest_of(const Value& value, const Value& by, const char* test) {
  for (const auto* number : {&value, &by}) {
    if (!number->is_numeric()) {
      throw TemplateFault({"template.wrong-type", {test, "number", type_name(*number)}});
    }
  }
  return binary(BinarySign::modulo, value, by);
}

bool is_true(const Value& value, TestArguments /*none*/) {
  return value.is(Kind::boolean) && value.as_boolean();
}
bool is_false(const Value& value, TestArguments /*none*/) {
  return value.is(Kind::boolean) && !value.as_boolean();
}
bool is_defined(const Value& value, TestArguments /*none*/) { return !value.is(Kind::undefined); }
bool is_number(const Value& value, TestArguments /*none*/) { return value.is_numeric(); }
bool is_sequence(const Value& value, TestArguments /*none*/) { return ValueItems::can_walk(value); }
bool is_callable(const Value& value, TestArguments /*none*/) {
  return value.is(Kind::object) && value.as_object()->is_callable();
}
bool is_odd(const Value& value, TestArguments /*none*/) {
  return rest_of(value, Value::integer(std::int64_t{2}), "odd").as_number() == 1;
}
bool is_even(const Value& value, TestArguments /*none*/) {
  return rest_of(value, Value::integer(std::int64_t{2}), "even").as_number() == 0;
}
bool is_divisible(const Value& value, TestArguments given) {
  return rest_of(value, given[0], "divisibleby").as_number() == 0;
}
bool is_same(const Value& value, TestArguments given) { return value.same_as(given[0]); }
bool is_lower(const Value& value, TestArguments /*none*/) {
  const auto text = text_of(value);
  return text == lower(text) && text != upper(text);
}
bool is_upper(const Value& value, TestArguments /*none*/) {
  const auto text = text_of(value);
  return text == upper(text) && text != lower(text);
}
bool is_filter(const Value& value, TestArguments /*none*/) {
  return value.is(Kind::text) && find_filter(value.as_text()) != nullptr;
}
bool is_test(const Value& value, TestArguments /*none*/) {
  return value.is(Kind::text) && find_test(value.as_text()) != nullptr;
}

template <CompareSign sign>
bool compares(const Value& value, TestArguments given) {
  return compare(sign, value, given[0]);
}

constexpr std::array<TestEntry, 38> k_tests{{
    {"defined", &is_defined, 0},
    {"undefined", &is_kind<Kind::undefined>, 0},
    {"none", &is_kind<Kind::none>, 0},
    {"true", &is_true, 0},
    {"false", &is_false, 0},
    {"boolean", &is_kind<Kind::boolean>, 0},
    {"string", &is_kind<Kind::text>, 0},
    {"number", &is_number, 0},
    {"integer", &is_kind<Kind::integer>, 0},
    {"float", &is_kind<Kind::number>, 0},
    {"mapping", &is_kind<Kind::map>, 0},
    {"sequence", &is_sequence, 0},
    {"iterable", &is_sequence, 0},
    {"callable", &is_callable, 0},
    {"odd", &is_odd, 0},
    {"even", &is_even, 0},
    {"lower", &is_lower, 0},
    {"upper", &is_upper, 0},
    {"filter", &is_filter, 0},
    {"test", &is_test, 0},
    {"divisibleby", &is_divisible, 1},
    {"sameas", &is_same, 1},
    {"in", &compares<CompareSign::in>, 1},
    {"eq", &compares<CompareSign::equal>, 1},
    {"equalto", &compares<CompareSign::equal>, 1},
    {"==", &compares<CompareSign::equal>, 1},
    {"ne", &compares<CompareSign::unequal>, 1},
    {"!=", &compares<CompareSign::unequal>, 1},
    {"lt", &compares<CompareSign::less>, 1},
    {"lessthan", &compares<CompareSign::less>, 1},
    {"<", &compares<CompareSign::less>, 1},
    {"le", &compares<CompareSign::less_equal>, 1},
    {"<=", &compares<CompareSign::less_equal>, 1},
    {"gt", &compares<CompareSign::greater>, 1},
    {"greaterthan", &compares<CompareSign::greater>, 1},
    {">", &compares<CompareSign::greater>, 1},
    {"ge", &compares<CompareSign::greater_equal>, 1},
    {">=", &compares<CompareSign::greater_equal>, 1},
}};

}  // namespace

const TestEntry* find_test(std::string_view name) {
  const auto at = std::find_if(k_tests.begin(), k_tests.end(),
                               [name](const TestEntry& entry) { return entry.name == name; });
  return at == k_tests.end() || name.empty() ? nullptr : &*at;
}

std::vector<std::string> test_names() {
  std::vector<std::string> names;
  for (const auto& entry : k_tests) {
    if (!entry.name.empty()) names.emplace_back(entry.name);
  }
  return names;
}

}  // namespace quyche
