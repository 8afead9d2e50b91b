#include "template/items.hpp"

#include <algorithm>

#include "base/code_points.hpp"
#include "template/fault.hpp"
#include "template/python_text.hpp"

namespace quyche {
namespace {

using Kind = Value::Kind;
constexpr std::size_t k_most_items = 10'000'000;

}  // namespace

std::vector<std::string_view> characters_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const auto before = text;
    static_cast<void>(next_code_point(text));
    out.push_back(before.substr(0, before.size() - text.size()));
  }
  return out;
}

std::size_t count_characters(std::string_view text) {
  const auto starts = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts));
}

std::size_t walking_work(const Value& value) {
  if (value.is(Kind::text)) return value.as_text().size() / 16;
  return value.is(Kind::list) || value.is(Kind::map) ? ValueItems(value, {}).size() : 1;
}

bool ValueItems::can_walk(const Value& value) {
  return value.is(Kind::list) || value.is(Kind::map) || value.is(Kind::text) ||
         (value.is(Kind::object) && value.as_object()->size().has_value());
}

ValueItems::ValueItems(const Value& value, std::string_view user) : value_(&value) {
  if (value.is(Kind::undefined)) return;
  if (!can_walk(value)) {
    throw TemplateFault({"template.wrong-type", {std::string(user), "iterable", type_name(value)}});
  }
  if (value.is(Kind::list)) size_ = value.as_list().items().size();
  if (value.is(Kind::map)) size_ = value.as_map().entries().size();
  if (value.is(Kind::object)) size_ = *value.as_object()->size();
  if (value.is(Kind::text)) {
    characters_ = characters_of(value.as_text());
    size_ = characters_.size();
  }
}

Value ValueItems::at(std::size_t index) const {
  switch (value_->kind()) {
    case Kind::list:
      return value_->as_list().items().at(index);
    case Kind::map:
      return value_->as_map().entries().at(index).first;
    case Kind::text:
      return Value::text(std::string(characters_.at(index)));
    case Kind::object:
      return value_->as_object()->item(index);
    default:
      return {};
  }
}

std::vector<Value> items_of(const Value& value, std::string_view user) {
  const ValueItems items(value, user);
  if (items.size() > k_most_items) {
    throw TemplateFault({"template.too-many-items", {std::to_string(items.size())}},
                        {{"hint.template.budget", {}}});
  }
  std::vector<Value> out;
  out.reserve(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) out.push_back(items.at(i));
  return out;
}

}  // namespace quyche
