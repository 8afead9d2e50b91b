#include "template/folding.hpp"

#include <algorithm>
#include <optional>

#include "template/arithmetic.hpp"
#include "template/fault.hpp"
#include "template/python_text.hpp"

namespace quyche {
namespace {

using Node = Expression::Kind;
constexpr std::size_t k_most_kept_bytes = 4096;  // a program is kept; what it makes is not

void fold(ExpressionPointer& node);

void fold_call(CallParts& call) {
  for (auto& argument : call.positional) fold(argument);
  for (auto& [name, argument] : call.named) fold(argument);
  fold(call.more_positional);
  fold(call.more_named);
}

bool is_foldable(const Expression& node) {
  switch (node.kind) {
    case Node::negative:
    case Node::positive:
    case Node::binary:
    case Node::concatenation:
    case Node::list:
    case Node::tuple:
      return std::all_of(node.parts.begin(), node.parts.end(),
                         [](const auto& part) { return part->kind == Node::constant; });
    default:
      return false;
  }
}

/// Repeating and filling may make much out of little: those wait for the rendering's budget.
bool may_grow(const Expression& node) {
  if (node.kind != Node::binary) return false;
  return !node.parts[0]->constant.is_numeric() || !node.parts[1]->constant.is_numeric();
}

Value folded(const Expression& node) {
  std::vector<Value> values;
  for (const auto& part : node.parts) values.push_back(part->constant);
  switch (node.kind) {
    case Node::negative:
      return negative(values[0]);
    case Node::positive:
      return positive(values[0]);
    case Node::binary:
      return binary(node.sign, values[0], values[1]);
    case Node::list:
      return Value::list(std::move(values));
    case Node::tuple:
      return Value::tuple(std::move(values));
    default:
      break;
  }
  std::string text;
  for (const auto& value : values) text += text_of(value);
  return Value::text(std::move(text));
}

void fold(ExpressionPointer& node) {
  if (node == nullptr) return;
  for (auto& part : node->parts) fold(part);
  if (node->call != nullptr) fold_call(*node->call);
  if (!is_foldable(*node) || may_grow(*node)) return;
  try {
    auto value = folded(*node);
    if (value.extent().bytes > k_most_kept_bytes) return;
    node->constant = std::move(value);
    node->kind = Node::constant;
    node->parts.clear();
  } catch (const TemplateFault&) {
    return;
  }
}

}  // namespace

void fold_constants(StatementBody& body) {
  for (auto& statement : body.statements) {
    for (auto& expression : statement.expressions) fold(expression);
    for (auto& inner : statement.bodies) fold_constants(inner);
    if (statement.macro == nullptr) continue;
    for (auto& parameter : statement.macro->parameters) fold(parameter.default_value);
    fold_constants(statement.macro->body);
  }
}

}  // namespace quyche
