// Filters that take lists as they are: join, length, ends, parts, entries.
#include <algorithm>

#include "template/access.hpp"
#include "template/arguments.hpp"
#include "template/arithmetic.hpp"
#include "template/fault.hpp"
#include "template/filters.hpp"
#include "template/items.hpp"
#include "template/python_text.hpp"

namespace quyche {
namespace {

using Kind = Value::Kind;

Value join(FilterCall& call) {
  const ValueItems items(call.subject, "join");
  const auto between = call.has(0) ? text_of(call.argument(0)) : std::string();
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    call.host.charge(1);
    if (i > 0) out += between;
    out += text_of(call.has(1) ? follow_strictly(items.at(i), call.argument(1)) : items.at(i));
    check_size(out.size());
  }
  return Value::text(std::move(out));
}

Value length(FilterCall& call) { return Value::integer(ValueItems(call.subject, "length").size()); }

Value first(FilterCall& call) {
  const ValueItems items(call.subject, "first");
  return items.size() == 0 ? Value() : items.at(0);
}

Value last(FilterCall& call) {
  const ValueItems items(call.subject, "last");
  return items.size() == 0 ? Value() : items.at(items.size() - 1);
}

Value reverse(FilterCall& call) {
  auto items = items_of(call.subject, "reverse");
  std::reverse(items.begin(), items.end());
  if (!call.subject.is(Kind::text)) return Value::list(std::move(items));
  std::string out;
  for (const auto& item : items) out += item.as_text();
  return Value::text(std::move(out));
}

Value list(FilterCall& call) {
  call.host.charge(ValueItems(call.subject, "list").size());
  return Value::list(items_of(call.subject, "list"));
}

Value items(FilterCall& call) {
  if (call.subject.is(Kind::undefined)) return Value::list({});
  if (!call.subject.is(Kind::map)) fail_type("items", "mapping", call.subject);
  std::vector<Value> out;
  for (const auto& [key, value] : call.subject.as_map().entries()) {
    out.push_back(Value::tuple({key, value}));
  }
  return Value::list(std::move(out));
}

std::size_t part_count(FilterCall& call, std::string_view name) {
  const auto count = whole_argument(call.argument(0), name);
  if (count < 1)
    throw TemplateFault({"template.not-positive", {std::string(name), std::to_string(count)}});
  check_size(bounded_product(static_cast<std::size_t>(count), 16));
  return static_cast<std::size_t>(count);
}

Value batch(FilterCall& call) {
  const ValueItems all(call.subject, "batch");
  const auto size = part_count(call, "batch");
  std::vector<Value> out;
  std::vector<Value> part;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (part.size() == size) out.push_back(Value::list(std::exchange(part, {})));
    part.push_back(all.at(i));
  }
  if (part.empty()) return Value::list(std::move(out));
  const bool fills = call.has(1) && !call.argument(1).is(Kind::none);
  if (fills) part.resize(size, call.argument(1));
  out.push_back(Value::list(std::move(part)));
  return Value::list(std::move(out));
}

Value slice(FilterCall& call) {
  const ValueItems all(call.subject, "slice");
  const auto count = part_count(call, "slice");
  const auto least = all.size() / count;
  const auto longer = all.size() % count;
  const bool fills = call.has(1) && !call.argument(1).is(Kind::none);
  std::vector<Value> out;
  std::size_t at = 0;
  for (std::size_t i = 0; i < count; ++i) {
    std::vector<Value> part;
    const auto end = at + least + (i < longer ? 1 : 0);
    while (at < end) part.push_back(all.at(at++));
    if (fills && i >= longer) part.push_back(call.argument(1));
    out.push_back(Value::list(std::move(part)));
  }
  return Value::list(std::move(out));
}

Value attribute(FilterCall& call) {
  const auto& name = text_argument(call.argument(0), "attr");
  auto found = attribute_of(call.subject, name);
  if (!found) fail_attribute(call.subject, name);
  return std::move(*found);
}

}  // namespace

std::vector<FilterEntry> list_filters() {
  return {{"join", &join, {"d", "attribute"}},
          {"length", &length, {}},
          {"count", &length, {}},
          {"first", &first, {}},
          {"last", &last, {}},
          {"reverse", &reverse, {}},
          {"list", &list, {}},
          {"items", &items, {}},
          {"batch", &batch, {"linecount", "fill_with"}, 1},
          {"slice", &slice, {"slices", "fill_with"}, 1},
          {"attr", &attribute, {"name"}, 1}};
}

}  // namespace quyche
