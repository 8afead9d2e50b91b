#pragma once
// Pieces of a template to statements. Blocks are kept on a stack, so that a mistake in one tag
// leaves the others readable: every mistake of the template is found in one run.

#include <string_view>
#include <vector>

#include "base/numbered_names.hpp"
#include "template/expression_parser.hpp"
#include "template/source.hpp"
#include "template/tree.hpp"

namespace quyche {

class StatementParser {
 public:
  explicit StatementParser(std::vector<TagMistake>& mistakes);
  /// The whole template; names of passages lie in its pieces. What was wrong is in the list of
  /// mistakes.
  StatementBody read(const TemplatePieces& pieces);
  /// Those that passages print: their numbers stand in Passage::Name::global.
  [[nodiscard]] NumberedNames take_names() { return std::move(names_); }

 private:
  /// A block whose end has not come yet.
  struct OpenBlock {
    std::string_view keyword;
    std::string_view end;
    Statement statement;
    bool in_macro_body = false;  ///< statements go to the macro's body
    bool has_else = false;
    TagSpan opened;
  };

  StatementBody& body();
  void read_statement(const TemplatePiece& piece, std::uint32_t number);
  Passage& passage(std::uint32_t number);
  void print_name(const TemplatePiece& piece, std::uint32_t number, std::string_view name);
  [[nodiscard]] std::uint32_t name_in(Passage& passage, std::string_view name);
  void read_keyword(const TemplateToken& keyword, ExpressionParser& rest);
  bool read_branch(const TemplateToken& keyword, ExpressionParser& rest);
  void open(std::string_view keyword, Statement statement);
  void close(const TemplateToken& keyword);
  void close_top();
  void mistake(const TagSpan& span, Text message, std::vector<Text> hints = {});

  static void read_condition(Statement& statement, ExpressionParser& rest);
  static void read_loop(Statement& statement, ExpressionParser& rest);
  bool read_assignment(Statement& statement, ExpressionParser& rest);
  static void read_with(Statement& statement, ExpressionParser& rest);
  static void read_macro(Statement& statement, ExpressionParser& rest);
  static void read_call(Statement& statement, ExpressionParser& rest);

  std::vector<TagMistake>& mistakes_;
  StatementBody root_;
  std::vector<OpenBlock> blocks_;
  NumberedNames names_;  ///< that passages print
  /// By the number of a name: the last passage that has it, counted from 1, and where it is there.
  struct LastPlace {
    std::uint32_t passage = 0;
    std::uint32_t at = 0;
  };
  std::vector<LastPlace> last_places_;
  std::uint32_t passages_ = 0;
  bool too_deep_ = false;  ///< nothing behind this is read
};

}  // namespace quyche
