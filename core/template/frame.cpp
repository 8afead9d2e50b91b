#include "template/frame.hpp"

#include <algorithm>

#include "template/comparison.hpp"
#include "template/evaluator.hpp"
#include "template/fault.hpp"

namespace quyche {

std::optional<Value> NamespaceObject::attribute(std::string_view name) const {
  for (const auto& [key, value] : entries_) {
    if (key == name) return value;
  }
  return std::nullopt;
}

std::vector<std::string> NamespaceObject::attribute_names() const {
  std::vector<std::string> names;
  for (const auto& entry : entries_) names.push_back(entry.first);
  return names;
}

void NamespaceObject::set(std::string_view name, Value value) {
  for (auto& [key, own] : entries_) {
    if (key != name) continue;
    own = std::move(value);
    return;
  }
  entries_.emplace_back(name, std::move(value));
}

Value MacroFunction::call(const CallArguments& arguments) const {
  const auto home = home_.lock();
  if (home == nullptr) throw TemplateFault({"template.macro-gone", {tree_.name}});
  return evaluator_.run_macro(tree_, home, arguments);
}

std::optional<Value> MacroFunction::attribute(std::string_view name) const {
  if (name == "name") return Value::text(tree_.name);
  if (name != "arguments") return std::nullopt;
  std::vector<Value> names;
  for (const auto& parameter : tree_.parameters) names.push_back(Value::text(parameter.name));
  return Value::tuple(std::move(names));
}

void LoopObject::step(std::size_t index, Value previous, Value next) {
  index_ = index;
  previous_ = std::move(previous);
  next_ = std::move(next);
}

std::optional<Value> LoopObject::attribute(std::string_view name) const {
  if (name == "index") return Value::integer(index_ + 1);
  if (name == "index0") return Value::integer(index_);
  if (name == "first") return Value::boolean(index_ == 0);
  if (name == "last") return Value::boolean(index_ + 1 == length_);
  if (name == "length") return Value::integer(length_);
  if (name == "revindex") return Value::integer(length_ - index_);
  if (name == "revindex0") return Value::integer(length_ - index_ - 1);
  if (name == "previtem") return previous_;
  if (name == "nextitem") return next_;
  if (name == "depth") return Value::integer(depth_);
  if (name == "depth0") return Value::integer(depth_ - 1);
  return std::nullopt;
}

std::vector<std::string> LoopObject::attribute_names() const {
  return {"index",    "index0",   "first", "last",   "length", "revindex", "revindex0",
          "previtem", "nextitem", "depth", "depth0", "cycle",  "changed"};
}

std::optional<Value> LoopObject::method(std::string_view name,
                                        const CallArguments& arguments) const {
  if (name == "changed") return Value::boolean(changed(arguments));
  if (name != "cycle") return std::nullopt;
  if (arguments.positional.empty()) {
    throw TemplateFault({"template.missing-argument", {"cycle", "1"}});
  }
  return arguments.positional[index_ % arguments.positional.size()];
}

bool LoopObject::changed(const CallArguments& arguments) const {
  auto now = Value::tuple(arguments.positional);
  const bool same = last_ && equal(*last_, now);
  last_ = std::move(now);
  return !same;
}

}  // namespace quyche
