#include "template/comparison.hpp"

#include <algorithm>
#include <cmath>

#include "template/fault.hpp"
#include "template/items.hpp"
#include "template/python_text.hpp"

namespace quyche {
namespace {

using Kind = Value::Kind;

bool equal_lists(const ValueList& left, const ValueList& right) {
  return left.is_tuple() == right.is_tuple() &&
         std::equal(left.items().begin(), left.items().end(), right.items().begin(),
                    right.items().end(), equal);
}

bool equal_maps(const ValueMap& left, const ValueMap& right) {
  if (left.entries().size() != right.entries().size()) return false;
  return std::all_of(left.entries().begin(), left.entries().end(), [&](const auto& entry) {
    const auto* other = right.find(entry.first);
    return other != nullptr && equal(entry.second, *other);
  });
}

bool less_lists(const ValueList& left, const ValueList& right) {
  const auto& a = left.items();
  const auto& b = right.items();
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (!equal(a[i], b[i])) return less(a[i], b[i]);
  }
  return a.size() < b.size();
}

}  // namespace

bool truth(const Value& value) {
  switch (value.kind()) {
    case Kind::undefined:
    case Kind::none:
      return false;
    case Kind::boolean:
    case Kind::integer:
      return value.as_integer() != 0;
    case Kind::number:
      return value.as_number() != 0;
    case Kind::text:
      return !value.as_text().empty();
    case Kind::list:
      return !value.as_list().items().empty();
    case Kind::map:
      return !value.as_map().entries().empty();
    case Kind::object:
      return value.as_object()->truth();
  }
  return false;
}

bool equal(const Value& left, const Value& right) {
  if (left.is_whole() && right.is_whole()) return left.as_integer() == right.as_integer();
  if (left.is_numeric() && right.is_numeric()) return left.as_number() == right.as_number();
  if (left.kind() != right.kind()) return false;
  switch (left.kind()) {
    case Kind::text:
      return left.as_text() == right.as_text();
    case Kind::list:
      return equal_lists(left.as_list(), right.as_list());
    case Kind::map:
      return equal_maps(left.as_map(), right.as_map());
    default:
      return left.same_as(right);
  }
}

bool less(const Value& left, const Value& right) {
  if (left.is_whole() && right.is_whole()) return left.as_integer() < right.as_integer();
  if (left.is_numeric() && right.is_numeric()) return left.as_number() < right.as_number();
  // UTF-8 orders by code points, as Python does.
  if (left.is(Kind::text) && right.is(Kind::text)) return left.as_text() < right.as_text();
  if (left.is(Kind::list) && right.is(Kind::list) &&
      left.as_list().is_tuple() == right.as_list().is_tuple()) {
    return less_lists(left.as_list(), right.as_list());
  }
  throw TemplateFault({"template.no-order", {type_name(left), type_name(right)}},
                      {{"hint.template.no-order", {}}});
}

bool contains(const Value& whole, const Value& part) {
  if (whole.is(Kind::text)) {
    if (part.is(Kind::text)) return whole.as_text().find(part.as_text()) != std::string::npos;
    throw TemplateFault({"template.wrong-type", {"in", "string", type_name(part)}});
  }
  if (whole.is(Kind::map)) return whole.as_map().find(part) != nullptr;
  const ValueItems items(whole, "in");
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (equal(items.at(i), part)) return true;
  }
  return false;
}

std::string key_text(const Value& value) {
  if (value.is(Kind::text)) return std::string(1, 't').append(value.as_text());
  if (value.is_numeric()) {
    const auto number = value.as_number();
    // Past 2^53 a whole number may share its double with another.
    const bool exact =
        value.is(Kind::number) && std::floor(number) == number && std::abs(number) < 9e15;
    if (exact) return 'n' + std::to_string(static_cast<std::int64_t>(number));
    return 'n' + text_of(value.is(Kind::boolean) ? Value::integer(value.as_integer()) : value);
  }
  if (value.is(Kind::list) || value.is(Kind::map)) return 'c' + representation(value);
  if (value.is(Kind::object)) {
    return 'o' + std::to_string(reinterpret_cast<std::uintptr_t>(value.as_object().get()));
  }
  return value.is(Kind::none) ? "z" : "u";
}

}  // namespace quyche
