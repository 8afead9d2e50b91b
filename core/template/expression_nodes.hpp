#pragma once
// Making nodes of the expression tree, for the parser: each knows how deep it is, so that no
// template can build a tree that is too deep to walk.

#include <string>
#include <string_view>
#include <vector>

#include "template/lexer.hpp"
#include "template/tree.hpp"

namespace quyche {

/// Throws TagMistake when the tree becomes more than 400 deep, as by a very long sum.
[[nodiscard]] ExpressionPointer make_node(Expression::Kind kind, const TagSpan& span,
                                          std::vector<ExpressionPointer> parts);
[[nodiscard]] ExpressionPointer make_single(Expression::Kind kind, const TagSpan& span,
                                            ExpressionPointer part);
[[nodiscard]] ExpressionPointer make_pair_node(Expression::Kind kind, const TagSpan& span,
                                               ExpressionPointer left, ExpressionPointer right);
[[nodiscard]] ExpressionPointer make_named(Expression::Kind kind, const TagSpan& span,
                                           std::string name);
[[nodiscard]] ExpressionPointer make_constant(const TagSpan& span, Value value);
/// From the start of one span to the end of another of the same piece.
[[nodiscard]] TagSpan joined(const TagSpan& first, const TagSpan& last);

/// Words that cannot be names of variables.
[[nodiscard]] bool is_reserved(std::string_view name);
/// A token as messages show it.
[[nodiscard]] std::string shown_token(const TemplateToken& token);

}  // namespace quyche
