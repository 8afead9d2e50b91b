// Literals, subscripts, calls, filters and tests: the inner half of ExpressionParser.
#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "template/arguments.hpp"
#include "template/expression_nodes.hpp"
#include "template/expression_parser.hpp"
#include "template/filters.hpp"
#include "template/value_tests.hpp"

namespace quyche {
namespace {

using Node = Expression::Kind;
using TokenKind = TemplateToken::Kind;

bool is_constant(std::string_view name) {
  return name == "true" || name == "True" || name == "false" || name == "False" || name == "none" ||
         name == "None";
}

}  // namespace

ExpressionPointer ExpressionParser::primary() {
  const auto& token = current();
  if (token.kind == TokenKind::name) return name_or_constant();
  if (token.kind == TokenKind::string) return string();
  if (token.kind == TokenKind::integer || token.kind == TokenKind::number) {
    auto taken = take();
    return make_constant(taken.span, std::move(taken.value));
  }
  if (token.is_sign("(")) return parenthesis();
  if (token.is_sign("[")) return list();
  if (token.is_sign("{")) return map();
  unexpected("value");
}

ExpressionPointer ExpressionParser::name_or_constant() {
  const auto token = take();
  if (token.text == "true" || token.text == "True") {
    return make_constant(token.span, Value::boolean(true));
  }
  if (token.text == "false" || token.text == "False") {
    return make_constant(token.span, Value::boolean(false));
  }
  if (token.text == "none" || token.text == "None") return make_constant(token.span, Value::none());
  if (is_reserved(token.text)) {
    --position_;
    unexpected("value");
  }
  return make_named(Node::name, token.span, token.text);
}

ExpressionPointer ExpressionParser::string() {
  const auto first = take();
  if (current().kind != TokenKind::string) return make_constant(first.span, first.value);
  std::string text(first.value.as_text());
  auto span = first.span;
  while (current().kind == TokenKind::string) {
    const auto next = take();
    text += next.value.as_text();
    span = joined(span, next.span);
  }
  return make_constant(span, Value::text(std::move(text)));
}

ExpressionPointer ExpressionParser::parenthesis() {
  const Depth depth(*this);
  const auto span = take().span;
  if (skip_sign(")")) return make_node(Node::tuple, span, {});
  auto node = tuple();
  expect_sign(")");
  return node;
}

ExpressionPointer ExpressionParser::list() {
  const Depth depth(*this);
  const auto span = take().span;
  std::vector<ExpressionPointer> parts;
  while (!current().is_sign("]")) {
    parts.push_back(expression());
    if (!skip_sign(",")) break;
  }
  expect_sign("]");
  return make_node(Node::list, span, std::move(parts));
}

ExpressionPointer ExpressionParser::map() {
  const Depth depth(*this);
  const auto span = take().span;
  std::vector<ExpressionPointer> parts;
  while (!current().is_sign("}")) {
    parts.push_back(expression());
    expect_sign(":");
    parts.push_back(expression());
    if (!skip_sign(",")) break;
  }
  expect_sign("}");
  return make_node(Node::map, span, std::move(parts));
}

ExpressionPointer ExpressionParser::postfix(ExpressionPointer node) {
  while (true) {
    if (skip_sign(".")) {
      node = behind_dot(std::move(node));
    } else if (current().is_sign("[")) {
      node = subscript(std::move(node));
    } else if (current().is_sign("(")) {
      node = call(std::move(node));
    } else {
      return node;
    }
  }
}

ExpressionPointer ExpressionParser::behind_dot(ExpressionPointer node) {
  if (current().kind == TokenKind::integer) {
    auto token = take();
    return make_pair_node(Node::item, token.span, std::move(node),
                          make_constant(token.span, std::move(token.value)));
  }
  if (current().kind != TokenKind::name) unexpected("name");
  const auto token = take();
  auto attribute = make_single(Node::attribute, token.span, std::move(node));
  attribute->text = token.text;
  return attribute;
}

ExpressionPointer ExpressionParser::subscript(ExpressionPointer node) {
  const Depth depth(*this);
  const auto open = take().span;
  std::vector<ExpressionPointer> parts;
  parts.push_back(std::move(node));
  parts.push_back(current().is_sign(":") ? nullptr : expression());
  bool is_slice = false;
  while (parts.size() < 4 && skip_sign(":")) {
    is_slice = true;
    const bool absent = current().is_sign("]") || current().is_sign(":");
    parts.push_back(absent ? nullptr : expression());
  }
  const auto span = joined(open, current().span);
  expect_sign("]");
  if (is_slice) parts.resize(4);
  return make_node(is_slice ? Node::slice : Node::item, span, std::move(parts));
}

ExpressionPointer ExpressionParser::call(ExpressionPointer callee) {
  const auto span = callee->span;
  auto node = make_single(Node::call, span, std::move(callee));
  node->call = call_parts();
  return node;
}

std::unique_ptr<CallParts> ExpressionParser::call_parts() {
  const Depth depth(*this);
  auto parts = std::make_unique<CallParts>();
  expect_sign("(");
  while (!current().is_sign(")")) {
    call_part(*parts);
    if (!skip_sign(",")) break;
  }
  expect_sign(")");
  return parts;
}

void ExpressionParser::call_part(CallParts& parts) {
  const auto span = current().span;
  const auto fail = [&span] { throw TagMistake{span, {"template.argument-order", {}}, {}}; };
  if (skip_sign("*")) {
    if (parts.more_positional || parts.more_named) fail();
    parts.more_positional = expression();
  } else if (skip_sign("**")) {
    if (parts.more_named) fail();
    parts.more_named = expression();
  } else if (current().kind == TokenKind::name && tokens_[position_ + 1].is_sign("=")) {
    if (parts.more_named) fail();
    auto name = take().text;
    ++position_;
    parts.named.emplace_back(std::move(name), expression());
  } else {
    if (parts.more_positional || parts.more_named || !parts.named.empty()) fail();
    parts.positional.push_back(expression());
  }
}

ExpressionPointer ExpressionParser::filters_and_tests(ExpressionPointer node) {
  while (true) {
    if (skip_sign("|")) {
      node = filter(std::move(node));
    } else if (skip_name("is")) {
      node = test(std::move(node));
    } else if (current().is_sign("(")) {
      node = call(std::move(node));
    } else {
      return node;
    }
  }
}

ExpressionPointer ExpressionParser::filters() {
  auto node = filter(nullptr);
  while (skip_sign("|")) node = filter(std::move(node));
  return node;
}

ExpressionPointer ExpressionParser::filter(ExpressionPointer subject) {
  if (current().kind != TokenKind::name) unexpected("filter");
  const auto token = take();
  auto node = make_single(Node::filter, token.span, std::move(subject));
  node->text = token.text;
  node->call = current().is_sign("(") ? call_parts() : std::make_unique<CallParts>();
  node->filter = find_filter(token.text);
  check_filter(*node);
  return node;
}

void ExpressionParser::check_filter(const Expression& node) {
  if (node.filter == nullptr) {
    mistakes_.push_back({node.span,
                         {"template.unknown-filter", {node.text}},
                         nearest_hint(node.text, filter_names())});
    return;
  }
  const auto& entry = *node.filter;
  if (entry.takes_anything) return;
  const auto& call = *node.call;
  const auto given = call.positional.size() + call.named.size();
  const bool open_end = call.more_positional || call.more_named;
  if (given > entry.parameters.size() || (given < entry.required && !open_end)) {
    mistakes_.push_back(
        {node.span, wrong_count(node.text, entry.required, entry.parameters.size(), given), {}});
  }
  const std::vector<std::string> known(entry.parameters.begin(), entry.parameters.end());
  for (const auto& [name, value] : call.named) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    mistakes_.push_back(
        {node.span, {"template.unknown-argument", {node.text, name}}, nearest_hint(name, known)});
  }
}

ExpressionPointer ExpressionParser::test(ExpressionPointer subject) {
  const bool negated = skip_name("not");
  if (current().kind != TokenKind::name) unexpected("test");
  const auto token = take();
  auto node = make_single(Node::test, token.span, std::move(subject));
  node->text = token.text;
  node->test = find_test(token.text);
  const auto kind = current().kind;
  const bool literal = kind == TokenKind::string || kind == TokenKind::integer ||
                       kind == TokenKind::number || current().is_sign("[") ||
                       current().is_sign("{");
  const bool word = kind == TokenKind::name && !is_reserved(current().text);
  const bool constant = kind == TokenKind::name && is_constant(current().text);
  if (current().is_sign("(")) {
    node->call = call_parts();
  } else {
    node->call = std::make_unique<CallParts>();
    if (literal || word || constant) node->call->positional.push_back(postfix(primary()));
  }
  check_test(*node);
  return negated ? make_single(Node::negation, token.span, std::move(node)) : std::move(node);
}

void ExpressionParser::check_test(const Expression& node) {
  if (node.test == nullptr) {
    mistakes_.push_back(
        {node.span, {"template.unknown-test", {node.text}}, nearest_hint(node.text, test_names())});
    return;
  }
  const auto given = node.call->positional.size();
  if (given != node.test->arguments || !node.call->named.empty()) {
    mistakes_.push_back(
        {node.span, wrong_count(node.text, node.test->arguments, node.test->arguments, given), {}});
  }
}

std::vector<MacroParameter> ExpressionParser::signature() {
  std::vector<MacroParameter> parameters;
  std::set<std::string> seen;
  expect_sign("(");
  while (!current().is_sign(")")) {
    const auto token = identifier();
    if (!seen.insert(token.text).second) {
      throw TagMistake{token.span, {"template.twin-parameter", {token.text}}, {}};
    }
    MacroParameter parameter{token.text, token.span, 0, nullptr};
    if (skip_sign("=")) {
      parameter.default_value = expression();
    } else if (!parameters.empty() && parameters.back().default_value) {
      throw TagMistake{token.span, {"template.parameter-order", {token.text}}, {}};
    }
    parameters.push_back(std::move(parameter));
    if (!skip_sign(",")) break;
  }
  expect_sign(")");
  return parameters;
}

}  // namespace quyche
