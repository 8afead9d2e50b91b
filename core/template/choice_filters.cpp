// Filters that choose or change items through other filters and tests: map, select, reject,
// default.
#include "template/access.hpp"
#include "template/arguments.hpp"
#include "template/comparison.hpp"
#include "template/fault.hpp"
#include "template/filters.hpp"
#include "template/items.hpp"
#include "template/python_text.hpp"

namespace quyche {
namespace {

using Kind = Value::Kind;

Value default_value(FilterCall& call) {
  const bool also_false = flag_argument(call.argument(1), false);
  const bool is_missing = call.subject.is(Kind::undefined) || (also_false && !truth(call.subject));
  if (!is_missing) return call.subject;
  return call.has(0) ? call.argument(0) : Value::text({});
}

const Value* named(const FilterCall& call, std::string_view name) {
  for (const auto& [key, value] : call.named) {
    if (key == name) return &value;
  }
  return nullptr;
}

/// The arguments behind the first `skipped`.
CallArguments rest_of(const FilterCall& call, std::size_t skipped) {
  CallArguments out;
  for (auto i = skipped; i < call.arguments.size(); ++i)
    out.positional.push_back(call.arguments[i]);
  out.named = call.named;
  return out;
}

Value map(FilterCall& call) {
  const ValueItems items(call.subject, "map");
  std::vector<Value> out;
  const auto* path = named(call, "attribute");
  const auto* fallback = named(call, "default");
  if (path == nullptr && call.arguments.empty()) {
    throw TemplateFault({"template.missing-argument", {"map", "filter"}});
  }
  for (std::size_t i = 0; i < items.size(); ++i) {
    call.host.charge(1);
    if (path != nullptr) {
      auto found =
          fallback == nullptr ? follow_strictly(items.at(i), *path) : follow(items.at(i), *path);
      out.push_back(found.is(Kind::undefined) ? *fallback : std::move(found));
    } else {
      out.push_back(call.host.apply_filter(text_argument(call.arguments[0], "map"), items.at(i),
                                           rest_of(call, 1)));
    }
  }
  return Value::list(std::move(out));
}

/// select and reject; with `by_attribute` the first argument is a path.
Value chosen(FilterCall& call, std::string_view name, bool by_attribute, bool wanted) {
  const ValueItems items(call.subject, name);
  const std::size_t before = by_attribute ? 1 : 0;
  if (call.arguments.size() < before) {
    throw TemplateFault({"template.missing-argument", {std::string(name), "attribute"}});
  }
  std::vector<Value> out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    call.host.charge(1);
    auto item = items.at(i);
    const auto subject = by_attribute ? follow(item, call.arguments[0]) : item;
    const bool holds = call.arguments.size() == before
                           ? truth(subject)
                           : call.host.apply_test(text_argument(call.arguments[before], name),
                                                  subject, rest_of(call, before + 1));
    if (holds == wanted) out.push_back(std::move(item));
  }
  return Value::list(std::move(out));
}

Value select(FilterCall& call) { return chosen(call, "select", false, true); }
Value reject(FilterCall& call) { return chosen(call, "reject", false, false); }
Value select_attribute(FilterCall& call) { return chosen(call, "selectattr", true, true); }
Value reject_attribute(FilterCall& call) { return chosen(call, "rejectattr", true, false); }

}  // namespace

std::vector<FilterEntry> choice_filters() {
  return {{"default", &default_value, {"default_value", "boolean"}},
          {"d", &default_value, {"default_value", "boolean"}},
          {"map", &map, {}, 0, true},
          {"select", &select, {}, 0, true},
          {"reject", &reject, {}, 0, true},
          {"selectattr", &select_attribute, {}, 0, true},
          {"rejectattr", &reject_attribute, {}, 0, true}};
}

}  // namespace quyche
