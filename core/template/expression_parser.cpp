#include "template/expression_parser.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "template/expression_nodes.hpp"
#include "template/fault.hpp"

namespace quyche {
namespace {

using Node = Expression::Kind;
using TokenKind = TemplateToken::Kind;
constexpr std::size_t k_most_open = 60;

}  // namespace

void ExpressionParser::deepen() {
  if (++depth_ <= k_most_open) return;
  throw TagMistake{current().span,
                   {"template.expression-too-deep", {std::to_string(k_most_open)}},
                   {{"hint.template.expression-too-deep", {}}}};
}

TemplateToken ExpressionParser::take() {
  const auto at = position_;
  if (tokens_[at].kind != TokenKind::end) ++position_;
  return tokens_[at];
}

void ExpressionParser::unexpected(std::string_view wanted) const {
  const auto& token = current();
  if (token.kind == TokenKind::end) {
    throw TagMistake{token.span, {"template.tag-ends-early", {std::string(wanted)}}, {}};
  }
  throw TagMistake{
      token.span, {"template.unexpected", {shown_token(token), std::string(wanted)}}, {}};
}

bool ExpressionParser::skip_name(std::string_view name) {
  const bool is_there = current().is_name(name);
  if (is_there) ++position_;
  return is_there;
}

bool ExpressionParser::skip_sign(std::string_view sign) {
  const bool is_there = current().is_sign(sign);
  if (is_there) ++position_;
  return is_there;
}

void ExpressionParser::expect_name(std::string_view name) {
  if (!skip_name(name)) unexpected(name);
}

void ExpressionParser::expect_sign(std::string_view sign) {
  if (!skip_sign(sign)) unexpected(sign);
}

void ExpressionParser::expect_end() {
  if (current().kind != TokenKind::end) {
    throw TagMistake{current().span, {"template.more-behind", {shown_token(current())}}, {}};
  }
}

TemplateToken ExpressionParser::identifier() {
  if (current().kind != TokenKind::name) unexpected("name");
  if (is_reserved(current().text)) {
    throw TagMistake{current().span, {"template.reserved-name", {current().text}}, {}};
  }
  return take();
}

ExpressionPointer ExpressionParser::expression() { return choice(); }

bool ExpressionParser::is_tuple_end() const {
  return current().kind == TokenKind::end || current().is_sign(")") || current().is_name("in") ||
         current().is_name("if") || current().is_name("recursive");
}

ExpressionPointer ExpressionParser::tuple(bool choices) {
  const auto span = current().span;
  std::vector<ExpressionPointer> parts;
  bool has_comma = false;
  do {
    if (has_comma && is_tuple_end()) break;
    parts.push_back(choices ? choice() : disjunction());
  } while (skip_sign(",") && (has_comma = true));
  if (!has_comma) return std::move(parts.front());
  return make_node(Node::tuple, span, std::move(parts));
}

ExpressionPointer ExpressionParser::target(bool with_attribute) {
  const auto span = current().span;
  std::vector<ExpressionPointer> parts;
  bool has_comma = false;
  do {
    if (has_comma && (is_tuple_end() || current().is_sign("="))) break;
    if (skip_sign("(")) {
      parts.push_back(target(false));
      expect_sign(")");
    } else {
      const auto token = identifier();
      parts.push_back(make_named(Node::name, token.span, token.text));
    }
  } while (skip_sign(",") && (has_comma = true));
  if (has_comma) return make_node(Node::tuple, span, std::move(parts));
  if (with_attribute && skip_sign(".")) {
    const auto token = identifier();
    auto node = make_named(Node::attribute, token.span, token.text);
    node->parts = std::move(parts);
    return node;
  }
  return std::move(parts.front());
}

ExpressionPointer ExpressionParser::choice() {
  const Depth depth(*this);
  auto node = disjunction();
  while (current().is_name("if")) {
    const auto span = take().span;
    std::vector<ExpressionPointer> parts;
    parts.push_back(std::move(node));
    parts.push_back(disjunction());
    parts.push_back(skip_name("else") ? choice() : nullptr);
    node = make_node(Node::choice, span, std::move(parts));
  }
  return node;
}

ExpressionPointer ExpressionParser::disjunction() {
  auto node = conjunction();
  while (current().is_name("or")) {
    const auto span = take().span;
    node = make_pair_node(Node::disjunction, span, std::move(node), conjunction());
  }
  return node;
}

ExpressionPointer ExpressionParser::conjunction() {
  auto node = negation();
  while (current().is_name("and")) {
    const auto span = take().span;
    node = make_pair_node(Node::conjunction, span, std::move(node), negation());
  }
  return node;
}

ExpressionPointer ExpressionParser::negation() {
  if (!current().is_name("not")) return comparison();
  const Depth depth(*this);
  const auto span = take().span;
  return make_single(Node::negation, span, negation());
}

bool ExpressionParser::compare_sign(CompareSign& sign) {
  constexpr std::array k_signs{"==", "!=", "<", "<=", ">", ">="};
  for (std::size_t i = 0; i < k_signs.size(); ++i) {
    if (!current().is_sign(k_signs[i])) continue;
    ++position_;
    sign = static_cast<CompareSign>(i);
    return true;
  }
  sign = CompareSign::in;
  if (skip_name("in")) return true;
  sign = CompareSign::not_in;
  if (!current().is_name("not") || !tokens_[position_ + 1].is_name("in")) return false;
  position_ += 2;
  return true;
}

ExpressionPointer ExpressionParser::comparison() {
  auto first = sum();
  auto span = current().span;
  CompareSign sign{};
  if (!compare_sign(sign)) return first;
  std::vector<ExpressionPointer> parts;
  std::vector<CompareSign> signs;
  parts.push_back(std::move(first));
  do {
    signs.push_back(sign);
    parts.push_back(sum());
  } while (compare_sign(sign));
  auto node = make_node(Node::comparison, span, std::move(parts));
  node->compare_signs = std::move(signs);
  return node;
}

ExpressionPointer ExpressionParser::sum() {
  auto node = concatenation();
  while (current().is_sign("+") || current().is_sign("-")) {
    const auto token = take();
    const auto sign = token.text == "+" ? BinarySign::add : BinarySign::subtract;
    node = make_pair_node(Node::binary, token.span, std::move(node), concatenation());
    node->sign = sign;
  }
  return node;
}

ExpressionPointer ExpressionParser::concatenation() {
  auto first = product();
  if (!current().is_sign("~")) return first;
  const auto span = current().span;
  std::vector<ExpressionPointer> parts;
  parts.push_back(std::move(first));
  while (skip_sign("~")) parts.push_back(product());
  return make_node(Node::concatenation, span, std::move(parts));
}

ExpressionPointer ExpressionParser::product() {
  constexpr std::array<std::pair<std::string_view, BinarySign>, 4> k_signs{
      {{"*", BinarySign::multiply},
       {"/", BinarySign::divide},
       {"//", BinarySign::floor_divide},
       {"%", BinarySign::modulo}}};
  auto node = power();
  while (current().kind == TokenKind::sign) {
    const auto at = std::find_if(k_signs.begin(), k_signs.end(), [this](const auto& pair) {
      return current().is_sign(pair.first);
    });
    if (at == k_signs.end()) break;
    const auto span = take().span;
    node = make_pair_node(Node::binary, span, std::move(node), power());
    node->sign = at->second;
  }
  return node;
}

ExpressionPointer ExpressionParser::power() {
  auto node = unary(true);
  while (current().is_sign("**")) {
    const auto span = take().span;
    node = make_pair_node(Node::binary, span, std::move(node), unary(true));
    node->sign = BinarySign::power;
  }
  return node;
}

ExpressionPointer ExpressionParser::unary(bool with_filters) {
  ExpressionPointer node;
  if (current().is_sign("-") || current().is_sign("+")) {
    const Depth depth(*this);
    const auto token = take();
    const auto kind = token.text == "-" ? Node::negative : Node::positive;
    node = make_single(kind, token.span, unary(false));
  } else {
    node = primary();
  }
  node = postfix(std::move(node));
  return with_filters ? filters_and_tests(std::move(node)) : std::move(node);
}

}  // namespace quyche
