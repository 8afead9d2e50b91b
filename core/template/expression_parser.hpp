#pragma once
// Expressions of one tag, with the precedence of Jinja2. Mistakes that leave the shape of the tag
// clear (an unknown filter, a wrong argument) are noted and reading goes on; others throw
// TagMistake.

#include <string_view>
#include <vector>

#include "template/lexer.hpp"
#include "template/tree.hpp"

namespace quyche {

class ExpressionParser {
 public:
  ExpressionParser(std::vector<TemplateToken> tokens, std::vector<TagMistake>& mistakes)
      : tokens_(std::move(tokens)), mistakes_(mistakes) {}

  /// With commas a tuple. `choices`: whether `a if b` may stand here (not behind `in` of a loop).
  ExpressionPointer tuple(bool choices = true);
  ExpressionPointer expression();
  /// A name, several with commas, or (when asked) namespace.attribute.
  ExpressionPointer target(bool with_attribute);
  /// The filters of a filter block or of a set block: upper|replace('a', 'b').
  ExpressionPointer filters();
  /// (a, b=1) of a macro or a call block.
  std::vector<MacroParameter> signature();

  [[nodiscard]] const TemplateToken& current() const { return tokens_[position_]; }
  [[nodiscard]] bool skip_name(std::string_view name);
  [[nodiscard]] bool skip_sign(std::string_view sign);
  void expect_name(std::string_view name);
  void expect_sign(std::string_view sign);
  /// An identifier that is no word of the language.
  TemplateToken identifier();
  void expect_end();

 private:
  /// Counts how deep brackets and operators nest.
  class Depth {
   public:
    explicit Depth(ExpressionParser& parser) : parser_(parser) { parser_.deepen(); }
    Depth(const Depth&) = delete;
    Depth& operator=(const Depth&) = delete;
    ~Depth() { --parser_.depth_; }

   private:
    ExpressionParser& parser_;
  };

  void deepen();
  TemplateToken take();
  [[noreturn]] void unexpected(std::string_view wanted) const;
  [[nodiscard]] bool is_tuple_end() const;

  ExpressionPointer choice();
  ExpressionPointer disjunction();
  ExpressionPointer conjunction();
  ExpressionPointer negation();
  ExpressionPointer comparison();
  ExpressionPointer sum();
  ExpressionPointer concatenation();
  ExpressionPointer product();
  ExpressionPointer power();
  ExpressionPointer unary(bool with_filters);
  ExpressionPointer primary();
  ExpressionPointer name_or_constant();
  ExpressionPointer string();
  ExpressionPointer parenthesis();
  ExpressionPointer list();
  ExpressionPointer map();
  ExpressionPointer postfix(ExpressionPointer node);
  ExpressionPointer behind_dot(ExpressionPointer node);
  ExpressionPointer subscript(ExpressionPointer node);
  ExpressionPointer call(ExpressionPointer callee);
  std::unique_ptr<CallParts> call_parts();
  void call_part(CallParts& parts);
  ExpressionPointer filters_and_tests(ExpressionPointer node);
  ExpressionPointer filter(ExpressionPointer subject);
  ExpressionPointer test(ExpressionPointer subject);
  [[nodiscard]] bool compare_sign(CompareSign& sign);
  void check_filter(const Expression& node);
  void check_test(const Expression& node);

  std::vector<TemplateToken> tokens_;
  std::vector<TagMistake>& mistakes_;
  std::size_t position_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace quyche
