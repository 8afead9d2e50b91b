// Expressions but for calls: the middle third of TemplateEvaluator.
#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "template/access.hpp"
#include "template/arguments.hpp"
#include "template/arithmetic.hpp"
#include "template/comparison.hpp"
#include "template/evaluator.hpp"
#include "template/functions.hpp"
#include "template/items.hpp"
#include "template/python_text.hpp"

namespace quyche {
namespace {

using Node = Expression::Kind;

/// Lists and maps are compared to their leaves; `in` walks over the right side.
std::size_t comparing_work(const Value& left, const Value& right) {
  return std::min(left.extent().bytes, right.extent().bytes) / 16 + walking_work(right);
}

}  // namespace

Value TemplateEvaluator::evaluate(const Expression& node) {
  if (node.kind == Node::constant) return node.constant;
  const Level level(*this);
  charge(1);
  return dispatch(node);
}

Value TemplateEvaluator::dispatch(const Expression& node) {
  switch (node.kind) {
    case Node::constant:
      return node.constant;
    case Node::name:
      return name(node, node.span);
    case Node::attribute:
      return attribute(node);
    case Node::item:
      return item(node);
    case Node::slice:
      return slice(node);
    case Node::call:
      return call(node);
    case Node::filter:
      return filter(node);
    case Node::test:
      return Value::boolean(test(node));
    case Node::negative:
    case Node::positive: {
      const auto value = evaluate(*node.parts[0]);
      at_ = node.span;
      return node.kind == Node::negative ? negative(value) : positive(value);
    }
    case Node::negation:
      return Value::boolean(!truth(evaluate(*node.parts[0])));
    case Node::binary:
      return binary_value(node);
    case Node::concatenation:
      return concatenation(node);
    case Node::comparison:
      return comparison(node);
    case Node::conjunction:
    case Node::disjunction: {
      auto left = evaluate(*node.parts[0]);
      return truth(left) == (node.kind == Node::disjunction) ? left : evaluate(*node.parts[1]);
    }
    case Node::choice:
      return choice(node);
    case Node::list:
    case Node::tuple:
      return collection(node);
    case Node::map:
      return mapping(node);
  }
  return {};
}

template <typename Name>
const Value* TemplateEvaluator::find_name(const Name& name) const {
  for (const auto& reference : name.slots) {
    const auto* frame = frame_.get();
    for (auto hops = reference.hops; hops > 0; --hops) frame = frame->outer.get();
    const auto& slot = frame->slots[reference.slot];
    if (slot.is_set) return &slot.value;
  }
  return name.global == k_no_global ? nullptr : globals_[name.global];
}

template <typename Name>
const Value& TemplateEvaluator::name(const Name& name, const TagSpan& span) {
  if (const auto* found = find_name(name)) return *found;
  at_ = span;
  const std::string text(name.text);
  auto hints = nearest_hint(text, known_names());
  hints.push_back({"hint.template.default", {text}});
  throw TemplateFault({"template.unknown-name", {text}}, std::move(hints));
}
template const Value& TemplateEvaluator::name(const Passage::Name& name, const TagSpan& span);

std::vector<std::string> TemplateEvaluator::known_names() const {
  std::vector<std::string> names;
  for (const auto* given : {&functions_, &data_}) {
    if (!given->is(Value::Kind::map)) continue;
    for (const auto& entry : given->as_map().entries()) names.push_back(text_of(entry.first));
  }
  const auto set = names_set_in(program_.root());
  names.insert(names.end(), set.begin(), set.end());
  const auto functions = function_names();
  names.insert(names.end(), functions.begin(), functions.end());
  return names;
}

Value TemplateEvaluator::attribute(const Expression& node) {
  const auto owner = evaluate(*node.parts.front());
  if (owner.is(Value::Kind::map)) {
    // Rows of a table have one shape: the key is mostly where it was last time.
    if (const auto* found = owner.as_map().find(node.text, memos_[node.memo])) return *found;
  } else if (auto found = attribute_of(owner, node.text)) {
    return std::move(*found);
  }
  at_ = node.span;
  fail_attribute(owner, node.text);
}

Value TemplateEvaluator::item(const Expression& node) {
  const auto owner = evaluate(*node.parts[0]);
  const auto key = evaluate(*node.parts[1]);
  at_ = node.span;
  if (auto found = item_of(owner, key)) return std::move(*found);
  fail_item(owner, key);
}

Value TemplateEvaluator::evaluate_leniently(const Expression& node) {
  if (node.kind == Node::name) {
    const auto* found = find_name(node);
    return found == nullptr ? Value() : *found;
  }
  if (node.kind != Node::attribute && node.kind != Node::item) return evaluate(node);
  const Level level(*this);
  charge(1);
  const auto owner = evaluate_leniently(*node.parts[0]);
  if (node.kind == Node::attribute) return attribute_of(owner, node.text).value_or(Value());
  const auto key = evaluate(*node.parts[1]);
  at_ = node.span;
  return item_of(owner, key).value_or(Value());
}

Value TemplateEvaluator::slice(const Expression& node) {
  const auto owner = evaluate(*node.parts[0]);
  std::array<Value, 3> bounds;
  for (std::size_t i = 0; i < bounds.size(); ++i) {
    if (node.parts[i + 1] != nullptr) bounds[i] = evaluate(*node.parts[i + 1]);
  }
  at_ = node.span;
  auto out = slice_of(owner, bounds);
  charge(out.extent().bytes / 16);
  return out;
}

Value TemplateEvaluator::binary_value(const Expression& node) {
  const auto left = evaluate(*node.parts[0]);
  const auto right = evaluate(*node.parts[1]);
  at_ = node.span;
  auto out = binary(node.sign, left, right);
  charge(out.extent().bytes / 16);
  return out;
}

Value TemplateEvaluator::concatenation(const Expression& node) {
  std::string text;
  for (const auto& part : node.parts) text += text_of(evaluate(*part));
  at_ = node.span;
  check_size(text.size());
  charge(text.size() / 16);
  return Value::text(std::move(text));
}

Value TemplateEvaluator::comparison(const Expression& node) {
  auto left = evaluate(*node.parts[0]);
  for (std::size_t i = 0; i < node.compare_signs.size(); ++i) {
    auto right = evaluate(*node.parts[i + 1]);
    at_ = node.span;
    charge(comparing_work(left, right));
    if (!compare(node.compare_signs[i], left, right)) return Value::boolean(false);
    left = std::move(right);
  }
  return Value::boolean(true);
}

Value TemplateEvaluator::choice(const Expression& node) {
  if (truth(evaluate(*node.parts[1]))) return evaluate(*node.parts[0]);
  return node.parts[2] == nullptr ? Value() : evaluate(*node.parts[2]);
}

Value TemplateEvaluator::collection(const Expression& node) {
  std::vector<Value> items;
  items.reserve(node.parts.size());
  for (const auto& part : node.parts) items.push_back(evaluate(*part));
  at_ = node.span;
  return node.kind == Node::list ? Value::list(std::move(items)) : Value::tuple(std::move(items));
}

Value TemplateEvaluator::mapping(const Expression& node) {
  std::vector<ValueMap::Entry> entries;
  for (std::size_t i = 0; i + 1 < node.parts.size(); i += 2) {
    auto key = evaluate(*node.parts[i]);
    at_ = node.parts[i]->span;
    check_key(key);
    entries.emplace_back(std::move(key), evaluate(*node.parts[i + 1]));
  }
  at_ = node.span;
  return Value::map(std::move(entries));
}

}  // namespace quyche
