#include "template/statement_parser.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.hpp"
#include "template/expression_nodes.hpp"
#include "template/letters.hpp"

namespace quyche {
namespace {

using Step = Statement::Kind;
constexpr std::size_t k_most_blocks = 50;

struct Block {
  std::string_view keyword;
  std::string_view end;
  Step kind;
};
constexpr std::array<Block, 7> k_blocks{{{"if", "endif", Step::condition},
                                         {"for", "endfor", Step::loop},
                                         {"set", "endset", Step::assign_block},
                                         {"with", "endwith", Step::scope},
                                         {"macro", "endmacro", Step::macro},
                                         {"call", "endcall", Step::call},
                                         {"filter", "endfilter", Step::filter}}};

const Block* block_of(std::string_view keyword) {
  const auto at = std::find_if(k_blocks.begin(), k_blocks.end(),
                               [&](const Block& block) { return block.keyword == keyword; });
  return at == k_blocks.end() ? nullptr : &*at;
}

bool is_end(std::string_view keyword) {
  return std::any_of(k_blocks.begin(), k_blocks.end(),
                     [&](const Block& block) { return block.end == keyword; });
}

std::vector<std::string> keywords() {
  std::vector<std::string> out{"elif", "else"};
  for (const auto& block : k_blocks) {
    out.emplace_back(block.keyword);
    out.emplace_back(block.end);
  }
  return out;
}

Statement make(Step kind, const TagSpan& span) {
  Statement statement;
  statement.kind = kind;
  statement.span = span;
  return statement;
}

TagSpan whole(const TemplatePiece& piece, std::uint32_t number) {
  return {number, 0, static_cast<std::uint32_t>(piece.text.size())};
}

/// The name that a tag prints and nothing else: most tags are such. Empty when there is more to it,
/// or the lexer has to look.
std::string_view lone_name(std::string_view text) {
  static constexpr auto k_letters = [] {
    std::array<bool, 256> letters{};
    for (unsigned c = 'a'; c <= 'z'; ++c) letters[c] = letters[c - 'a' + 'A'] = true;
    for (unsigned c = '0'; c <= '9'; ++c) letters[c] = true;
    letters['_'] = true;
    return letters;
  }();
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  const auto is_letter = [](char c) { return k_letters[static_cast<unsigned char>(c)]; };
  const bool fits = !text.empty() && std::all_of(text.begin(), text.end(), is_letter) &&
                    !is_digit(text.front()) && !is_reserved(text);
  return fits ? text : std::string_view();
}

}  // namespace

StatementParser::StatementParser(std::vector<TagMistake>& mistakes) : mistakes_(mistakes) {}

void StatementParser::mistake(const TagSpan& span, Text message, std::vector<Text> hints) {
  mistakes_.push_back({span, std::move(message), std::move(hints)});
}

StatementBody& StatementParser::body() {
  if (blocks_.empty()) return root_;
  auto& top = blocks_.back();
  return top.in_macro_body ? top.statement.macro->body : top.statement.bodies.back();
}

StatementBody StatementParser::read(const TemplatePieces& pieces) {
  for (std::uint32_t i = 0; i < pieces.size() && !too_deep_; ++i) {
    const auto piece = pieces[i];
    if (piece.kind == TemplatePiece::Kind::literal) {
      static_cast<void>(passage(i));
      continue;
    }
    try {
      read_statement(piece, i);
    } catch (TagMistake& found) {
      mistakes_.push_back(std::move(found));
    }
  }
  while (!blocks_.empty()) {
    const auto& top = blocks_.back();
    if (!too_deep_)
      mistake(top.opened, {"template.unclosed", {std::string(top.keyword), std::string(top.end)}},
              {{"hint.template.unclosed", {std::string(top.end)}}});
    close_top();
  }
  return std::move(root_);
}

void StatementParser::read_statement(const TemplatePiece& piece, std::uint32_t number) {
  if (piece.kind == TemplatePiece::Kind::print) {
    if (const auto name = lone_name(piece.text); !name.empty()) {
      return print_name(piece, number, name);
    }
  }
  auto tokens = tokens_of(piece.text, number);
  if (piece.kind == TemplatePiece::Kind::print) {
    ExpressionParser parser(std::move(tokens), mistakes_);
    auto statement = make(Step::print, whole(piece, number));
    statement.expressions.push_back(parser.tuple());
    parser.expect_end();
    body().statements.push_back(std::move(statement));
    return;
  }
  if (tokens.front().kind != TemplateToken::Kind::name) {
    throw TagMistake{
        tokens.front().span, {"template.no-keyword", {}}, {{"hint.template.no-keyword", {}}}};
  }
  const auto keyword = tokens.front();
  tokens.erase(tokens.begin());
  ExpressionParser rest(std::move(tokens), mistakes_);
  read_keyword(keyword, rest);
}

/// The passage that goes on with this piece.
Passage& StatementParser::passage(std::uint32_t number) {
  auto& statements = body().statements;
  const bool goes_on = !statements.empty() && statements.back().passage != nullptr &&
                       statements.back().passage->end_piece == number;
  if (!goes_on) {
    auto statement = make(Step::passage, {number, 0, 0});
    statement.passage = std::make_unique<Passage>();
    statement.passage->first_piece = number;
    statements.push_back(std::move(statement));
    ++passages_;
  }
  auto& passage = *statements.back().passage;
  passage.end_piece = number + 1;
  return passage;
}

void StatementParser::print_name(const TemplatePiece& piece, std::uint32_t number,
                                 std::string_view name) {
  auto& home = passage(number);
  home.prints.push_back({number, static_cast<std::uint32_t>(name.data() - piece.text.data()),
                         static_cast<std::uint32_t>(name.size()), name_in(home, name)});
}

std::uint32_t StatementParser::name_in(Passage& passage, std::string_view name) {
  // Names mostly come in the order they came in before.
  const auto next = passage.prints.empty() ? 0 : passage.prints.back().name + 1;
  if (next < passage.names.size() && passage.names[next].text == name) return next;
  const auto [number, is_new] = names_.add(name);
  if (is_new) last_places_.emplace_back();
  auto& last = last_places_[number];
  if (last.passage != passages_) {
    last = {passages_, static_cast<std::uint32_t>(passage.names.size())};
    passage.names.push_back({name, number, {}});
  }
  return last.at;
}

void StatementParser::read_keyword(const TemplateToken& keyword, ExpressionParser& rest) {
  if (is_end(keyword.text)) {
    close(keyword);
    rest.expect_end();
    return;
  }
  if (read_branch(keyword, rest)) return;
  const auto* block = block_of(keyword.text);
  if (block == nullptr) {
    const auto near = nearest(keyword.text, keywords());
    std::vector<Text> hints;
    if (!near.empty()) hints.push_back({"hint.did-you-mean", {near}});
    throw TagMistake{keyword.span, {"template.unknown-statement", {keyword.text}}, hints};
  }
  auto statement = make(block->kind, keyword.span);
  bool opens = true;
  try {
    if (block->kind == Step::condition) read_condition(statement, rest);
    if (block->kind == Step::loop) read_loop(statement, rest);
    if (block->kind == Step::assign_block) opens = read_assignment(statement, rest);
    if (block->kind == Step::scope) read_with(statement, rest);
    if (block->kind == Step::macro) read_macro(statement, rest);
    if (block->kind == Step::call) read_call(statement, rest);
    if (block->kind == Step::filter) statement.expressions.push_back(rest.filters());
    rest.expect_end();
  } catch (TagMistake& found) {
    // The block is opened all the same, so that its end finds it.
    mistakes_.push_back(std::move(found));
    opens = block->kind != Step::assign_block;
  }
  if (opens) {
    open(block->keyword, std::move(statement));
  } else {
    body().statements.push_back(std::move(statement));
  }
}

bool StatementParser::read_branch(const TemplateToken& keyword, ExpressionParser& rest) {
  const bool is_elif = keyword.text == "elif";
  if (!is_elif && keyword.text != "else") return false;
  const bool fits = !blocks_.empty() && !blocks_.back().has_else &&
                    (blocks_.back().statement.kind == Step::condition ||
                     (!is_elif && blocks_.back().statement.kind == Step::loop));
  if (!fits) {
    mistake(keyword.span, {"template.stray-branch", {keyword.text}},
            {{"hint.template.stray-branch", {}}});
    return true;
  }
  auto& statement = blocks_.back().statement;
  statement.bodies.emplace_back();
  blocks_.back().has_else = !is_elif;
  if (is_elif) {
    statement.expressions.push_back(rest.tuple());
  }
  rest.expect_end();
  return true;
}

void StatementParser::open(std::string_view keyword, Statement statement) {
  if (blocks_.size() >= k_most_blocks) {
    mistake(statement.span, {"template.blocks-too-deep", {std::to_string(k_most_blocks)}});
    too_deep_ = true;
    return;
  }
  OpenBlock block;
  block.keyword = keyword;
  block.end = block_of(keyword)->end;
  block.opened = statement.span;
  block.in_macro_body = statement.kind == Step::macro || statement.kind == Step::call;
  block.statement = std::move(statement);
  if (block.in_macro_body && block.statement.macro == nullptr) {
    block.statement.macro = std::make_unique<MacroTree>();
  }
  if (!block.in_macro_body) block.statement.bodies.emplace_back();
  blocks_.push_back(std::move(block));
}

void StatementParser::close_top() {
  auto statement = std::move(blocks_.back().statement);
  blocks_.pop_back();
  body().statements.push_back(std::move(statement));
}

void StatementParser::close(const TemplateToken& keyword) {
  const auto matches = [&](const OpenBlock& block) { return block.end == keyword.text; };
  const auto found = std::find_if(blocks_.rbegin(), blocks_.rend(), matches);
  if (found == blocks_.rend()) {
    const auto start = keyword.text.substr(3);
    if (blocks_.empty()) {
      mistake(keyword.span, {"template.stray-end", {keyword.text, start}});
    } else {
      mistake(keyword.span, {"template.crossed", {keyword.text, std::string(blocks_.back().end)}},
              {{"hint.template.crossed", {std::string(blocks_.back().keyword)}}});
    }
    return;
  }
  for (auto crossed = found - blocks_.rbegin(); crossed > 0; --crossed) {
    const auto& top = blocks_.back();
    mistake(top.opened,
            {"template.unclosed-before",
             {std::string(top.keyword), std::string(top.end), keyword.text}},
            {{"hint.template.unclosed", {std::string(top.end)}}});
    close_top();
  }
  close_top();
}

void StatementParser::read_condition(Statement& statement, ExpressionParser& rest) {
  statement.expressions.push_back(rest.tuple());
}

void StatementParser::read_loop(Statement& statement, ExpressionParser& rest) {
  statement.targets.push_back(rest.target(false));
  rest.expect_name("in");
  statement.expressions.push_back(rest.tuple(false));
  statement.expressions.push_back(rest.skip_name("if") ? rest.expression() : nullptr);
}

/// Whether it opens a block.
bool StatementParser::read_assignment(Statement& statement, ExpressionParser& rest) {
  statement.targets.push_back(rest.target(true));
  if (rest.skip_sign("=")) {
    statement.kind = Step::assign;
    statement.expressions.push_back(rest.tuple());
    return false;
  }
  statement.expressions.push_back(rest.skip_sign("|") ? rest.filters() : nullptr);
  return true;
}

void StatementParser::read_with(Statement& statement, ExpressionParser& rest) {
  while (rest.current().kind != TemplateToken::Kind::end) {
    if (!statement.targets.empty()) rest.expect_sign(",");
    const auto token = rest.identifier();
    auto name = make_named(Expression::Kind::name, token.span, token.text);
    rest.expect_sign("=");
    statement.expressions.push_back(rest.expression());
    statement.targets.push_back(std::move(name));
  }
}

void StatementParser::read_macro(Statement& statement, ExpressionParser& rest) {
  const auto token = rest.identifier();
  statement.macro = std::make_unique<MacroTree>();
  statement.macro->name = token.text;
  statement.targets.push_back(make_named(Expression::Kind::name, token.span, token.text));
  statement.macro->parameters = rest.signature();
}

void StatementParser::read_call(Statement& statement, ExpressionParser& rest) {
  statement.macro = std::make_unique<MacroTree>();
  statement.macro->name = "caller";
  if (rest.current().is_sign("(")) statement.macro->parameters = rest.signature();
  auto call = rest.expression();
  if (call->kind != Expression::Kind::call) {
    throw TagMistake{call->span, {"template.not-a-call", {}}, {{"hint.template.not-a-call", {}}}};
  }
  statement.expressions.push_back(std::move(call));
}

}  // namespace quyche
