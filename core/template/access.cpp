#include "template/access.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "template/fault.hpp"
#include "template/items.hpp"
#include "template/methods.hpp"
#include "template/python_text.hpp"

namespace quyche {
namespace {

using Kind = Value::Kind;

std::vector<std::string> names_of(const Value& owner) {
  std::vector<std::string> names;
  if (owner.is(Kind::map)) {
    for (const auto& entry : owner.as_map().entries()) names.push_back(text_of(entry.first));
  }
  if (owner.is(Kind::object)) names = owner.as_object()->attribute_names();
  return names;
}

std::optional<std::size_t> index_in(std::size_t size, const Value& key) {
  if (!key.is_whole()) return std::nullopt;
  auto at = key.as_integer();
  if (at < 0) at += static_cast<std::int64_t>(size);
  if (at < 0 || at >= static_cast<std::int64_t>(size)) return std::nullopt;
  return static_cast<std::size_t>(at);
}

/// A step of a path: digits are an index.
Value step_key(std::string_view step) {
  std::int64_t index = 0;
  const auto* end = step.data() + step.size();
  const auto read = std::from_chars(step.data(), end, index);
  const bool is_index = read.ec == std::errc() && read.ptr == end && step.front() != '-';
  return is_index ? Value::integer(index) : Value::text(std::string(step));
}

std::optional<Value> follow_step(const Value& owner, std::string_view step) {
  if (step.empty()) return std::nullopt;
  if (auto found = item_of(owner, step_key(step))) return found;
  return attribute_of(owner, step);
}

/// One bound of a slice, as Python clamps it.
std::int64_t bound(const Value& given, std::int64_t absent, std::int64_t size, bool backwards) {
  if (given.is(Kind::undefined) || given.is(Kind::none)) return absent;
  if (!given.is_whole()) {
    throw TemplateFault({"template.wrong-type", {"[:]", "integer", type_name(given)}});
  }
  auto at = given.as_integer();
  if (at < 0) at += size;
  if (at < 0) return backwards ? -1 : 0;
  return std::min(at, backwards ? size - 1 : size);
}

Value like(const Value& owner, std::vector<Value> items) {
  if (owner.is(Kind::text)) {
    std::string text;
    for (const auto& item : items) text += item.as_text();
    return Value::text(std::move(text));
  }
  const bool is_tuple = owner.is(Kind::list) && owner.as_list().is_tuple();
  return is_tuple ? Value::tuple(std::move(items)) : Value::list(std::move(items));
}

}  // namespace

std::optional<Value> attribute_of(const Value& owner, std::string_view name) {
  if (owner.is(Kind::object)) return owner.as_object()->attribute(name);
  if (!owner.is(Kind::map)) return std::nullopt;
  const auto* found = owner.as_map().find(name);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

std::optional<Value> item_of(const Value& owner, const Value& key) {
  if (owner.is(Kind::map)) {
    const auto* found = owner.as_map().find(key);
    return found == nullptr ? std::nullopt : std::optional(*found);
  }
  if (key.is(Kind::text)) return attribute_of(owner, key.as_text());
  if (!ValueItems::can_walk(owner)) return std::nullopt;
  const ValueItems items(owner, "[]");
  const auto at = index_in(items.size(), key);
  return at ? std::optional(items.at(*at)) : std::nullopt;
}

Value follow(const Value& owner, const Value& path) {
  if (!path.is(Kind::text)) return item_of(owner, path).value_or(Value());
  std::string_view rest = path.as_text();
  auto at = owner;
  while (true) {
    const auto dot = std::min(rest.find('.'), rest.size());
    auto found = follow_step(at, rest.substr(0, dot));
    if (!found) return {};
    at = std::move(*found);
    if (dot == rest.size()) return at;
    rest.remove_prefix(dot + 1);
  }
}

Value follow_strictly(const Value& owner, const Value& path) {
  auto found = follow(owner, path);
  if (!found.is(Kind::undefined)) return found;
  if (path.is(Kind::text) && path.as_text().find('.') == std::string::npos) {
    fail_attribute(owner, path.as_text());
  }
  throw TemplateFault({"template.no-attribute", {type_name(owner), text_of(path)}});
}

Value slice_of(const Value& owner, const std::array<Value, 3>& bounds) {
  const ValueItems items(owner, "[:]");
  if (owner.is(Kind::map)) {
    throw TemplateFault({"template.wrong-type", {"[:]", "sequence", type_name(owner)}});
  }
  const auto size = static_cast<std::int64_t>(items.size());
  const auto step = bounds[2].is_whole() ? bounds[2].as_integer() : 1;
  if (step == 0) throw TemplateFault({"template.zero-step", {}});
  const bool backwards = step < 0;
  const auto start = bound(bounds[0], backwards ? size - 1 : 0, size, backwards);
  const auto stop = bound(bounds[1], backwards ? -1 : size, size, backwards);
  std::vector<Value> out;
  for (auto at = start; backwards ? at > stop : at < stop;) {
    out.push_back(items.at(static_cast<std::size_t>(at)));
    if (__builtin_add_overflow(at, step, &at)) break;
  }
  return like(owner, std::move(out));
}

void fail_attribute(const Value& owner, std::string_view name) {
  const std::string text(name);
  std::vector<Text> hints;
  if (has_method(owner, name)) {
    hints.push_back({"hint.template.method-call", {text}});
  } else if (const auto near = nearest(text, names_of(owner)); !near.empty()) {
    hints.push_back({"hint.did-you-mean", {near}});
  }
  throw TemplateFault({"template.no-attribute", {type_name(owner), text}}, std::move(hints));
}

void fail_item(const Value& owner, const Value& key) {
  if (key.is(Kind::text)) fail_attribute(owner, key.as_text());
  if (ValueItems::can_walk(owner) && !owner.is(Kind::map) && key.is_whole()) {
    const auto size = ValueItems(owner, "[]").size();
    throw TemplateFault({"template.no-item", {text_of(key), std::to_string(size)}});
  }
  throw TemplateFault({"template.no-attribute", {type_name(owner), representation(key)}});
}

void check_key(const Value& key) {
  if (key.is(Kind::map) || (key.is(Kind::list) && !key.as_list().is_tuple())) {
    throw TemplateFault({"template.bad-key", {type_name(key)}});
  }
}

}  // namespace quyche
