#include "template/expression_nodes.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "template/python_text.hpp"

namespace quyche {
namespace {

constexpr std::uint16_t k_deepest_tree = 400;

}  // namespace

ExpressionPointer make_node(Expression::Kind kind, const TagSpan& span,
                            std::vector<ExpressionPointer> parts) {
  auto node = std::make_unique<Expression>();
  node->kind = kind;
  node->span = span;
  for (const auto& part : parts) {
    if (part != nullptr) {
      node->depth = std::max(node->depth, static_cast<std::uint16_t>(part->depth + 1));
    }
  }
  node->parts = std::move(parts);
  if (node->depth > k_deepest_tree) {
    throw TagMistake{span,
                     {"template.expression-too-deep", {std::to_string(k_deepest_tree)}},
                     {{"hint.template.expression-too-deep", {}}}};
  }
  return node;
}

ExpressionPointer make_single(Expression::Kind kind, const TagSpan& span, ExpressionPointer part) {
  std::vector<ExpressionPointer> parts;
  parts.push_back(std::move(part));
  return make_node(kind, span, std::move(parts));
}

ExpressionPointer make_pair_node(Expression::Kind kind, const TagSpan& span, ExpressionPointer left,
                                 ExpressionPointer right) {
  std::vector<ExpressionPointer> parts;
  parts.push_back(std::move(left));
  parts.push_back(std::move(right));
  return make_node(kind, span, std::move(parts));
}

ExpressionPointer make_named(Expression::Kind kind, const TagSpan& span, std::string name) {
  auto node = make_node(kind, span, {});
  node->text = std::move(name);
  return node;
}

ExpressionPointer make_constant(const TagSpan& span, Value value) {
  auto node = make_node(Expression::Kind::constant, span, {});
  node->constant = std::move(value);
  return node;
}

TagSpan joined(const TagSpan& first, const TagSpan& last) {
  return {first.piece, first.offset, last.offset + last.length - first.offset};
}

bool is_reserved(std::string_view name) {
  constexpr std::array<std::string_view, 13> k_reserved{"true", "false", "none", "True", "False",
                                                        "None", "not",   "and",  "or",   "in",
                                                        "is",   "if",    "else"};
  constexpr std::size_t k_longest = 5;
  const bool may_be = name.size() >= 2 && name.size() <= k_longest && name.back() >= 'a';
  if (!may_be) return false;
  return std::any_of(k_reserved.begin(), k_reserved.end(), [name](auto word) {
    return word.front() == name.front() && word.size() == name.size() && word == name;
  });
}

std::string shown_token(const TemplateToken& token) {
  const bool literal = token.text.empty();
  return printable(literal ? representation(token.value) : token.text);
}

}  // namespace quyche
