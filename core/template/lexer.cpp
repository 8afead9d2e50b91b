#include "template/lexer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/code_points.hpp"
#include "base/text.hpp"
#include "template/letters.hpp"
#include "template/string_literal.hpp"

namespace quyche {
namespace {

using Sort = TemplateToken::Kind;

struct Spelling {
  std::string_view typed;
  std::string_view meant;
};
// What stands outside of strings for something else: entities, and spaces of Word.
constexpr std::array<Spelling, 11> k_spellings{{{"&lt;", "<"},
                                                {"&gt;", ">"},
                                                {"&amp;", "&"},
                                                {"&nbsp;", " "},
                                                {"&#160;", " "},
                                                {"\u00A0", " "},
                                                {"\u202F", " "},
                                                {"\u2003", " "},
                                                {"\u2002", " "},
                                                {"\u200B", " "},
                                                {"\uFEFF", " "}}};
constexpr std::array<std::string_view, 30> k_signs{
    "==", "!=", "<=", ">=", "**", "//", "+", "-", "*", "/", "%", "~", "<", ">", "=",
    "(",  ")",  "[",  "]",  "{",  "}",  ".", ",", ":", "|", ";", "!", "@", "#", "$"};
struct QuoteSpelling {
  std::string_view typed;
  char family;
  bool straight;
};
constexpr std::array<QuoteSpelling, 16> k_quotes{{{"'", '\'', true},
                                                  {"\"", '"', true},
                                                  {"\u2018", '\'', false},
                                                  {"\u2019", '\'', false},
                                                  {"\u201A", '\'', false},
                                                  {"\u201C", '"', false},
                                                  {"\u201D", '"', false},
                                                  {"\u201E", '"', false},
                                                  {"&quot;", '"', false},
                                                  {"&#34;", '"', false},
                                                  {"&apos;", '\'', false},
                                                  {"&#39;", '\'', false},
                                                  {"&#8216;", '\'', false},
                                                  {"&#8217;", '\'', false},
                                                  {"&#8220;", '"', false},
                                                  {"&#8221;", '"', false}}};

/// Bytes that one of these begins with: most letters begin none.
template <typename Spellings>
constexpr std::array<bool, 256> first_bytes(const Spellings& spellings) {
  std::array<bool, 256> first{};
  for (const auto& one : spellings) first[static_cast<unsigned char>(one.typed.front())] = true;
  return first;
}
constexpr auto k_begins_spelling = first_bytes(k_spellings);
constexpr auto k_begins_quote = first_bytes(k_quotes);

bool is_ascii_of_name(char c) {
  return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c);
}

bool is_name_start(std::int32_t c) {
  if (c < 0x80) return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7;
}

class TagLexer {
 public:
  TagLexer(std::string_view text, std::uint32_t piece) : all_(text), rest_(text), piece_(piece) {
    constexpr std::size_t k_few = 8;  // most tags have no more
    tokens_.reserve(k_few);
  }

  std::vector<TemplateToken> read() {
    while (skip_space(), !rest_.empty()) tokens_.push_back(next());
    tokens_.push_back({Sort::end, {}, {}, span_from(all_.size())});
    return std::move(tokens_);
  }

 private:
  [[nodiscard]] std::size_t offset() const { return all_.size() - rest_.size(); }
  [[nodiscard]] TagSpan span_from(std::size_t start) const {
    return {
        piece_, static_cast<std::uint32_t>(start),
        static_cast<std::uint32_t>(std::max<std::size_t>(offset() - std::min(start, offset()), 1))};
  }

  /// The other spelling at the front of the rest, when there is one.
  [[nodiscard]] const Spelling* spelling() const {
    if (rest_.empty() || !k_begins_spelling[static_cast<unsigned char>(rest_.front())]) {
      return nullptr;
    }
    const auto at = std::find_if(k_spellings.begin(), k_spellings.end(),
                                 [this](const Spelling& s) { return rest_.starts_with(s.typed); });
    return at == k_spellings.end() ? nullptr : &*at;
  }

  void skip_space() {
    while (!rest_.empty()) {
      const auto* other = spelling();
      if (other != nullptr && other->meant == " ") {
        rest_.remove_prefix(other->typed.size());
      } else if (rest_.front() == ' ' || (rest_.front() >= '\t' && rest_.front() <= '\r')) {
        rest_.remove_prefix(1);
      } else {
        return;
      }
    }
  }

  TemplateToken next() {
    if (quote_at(rest_).length > 0) return string();
    if (is_digit(rest_.front())) return number();
    auto peek = rest_;
    if (is_name_start(next_code_point(peek))) return name();
    return sign();
  }

  TemplateToken name() {
    const auto start = offset();
    while (!rest_.empty()) {
      if (is_ascii_of_name(rest_.front())) {
        rest_.remove_prefix(1);
        continue;
      }
      auto peek = rest_;
      const auto c = next_code_point(peek);
      if (!is_name_start(c) && (c < '0' || c > '9')) break;
      if (spelling() != nullptr) break;
      rest_ = peek;
    }
    return {Sort::name, normalise(all_.substr(start, offset() - start)), {}, span_from(start)};
  }

  TemplateToken string() {
    const auto start = offset();
    const auto open = quote_at(rest_);
    rest_.remove_prefix(open.length);
    const auto inside = offset();
    while (!rest_.empty()) {
      const auto mark = quote_at(rest_);
      if (closes(open, mark)) {
        const auto body = all_.substr(inside, offset() - inside);
        rest_.remove_prefix(mark.length);
        return {Sort::string, {}, Value::text(string_literal(body)), span_from(start)};
      }
      rest_.remove_prefix(rest_.front() == '\\' ? std::min<std::size_t>(2, rest_.size()) : 1);
    }
    throw TagMistake{
        span_from(start), {"template.open-string", {}}, {{"hint.template.open-string", {}}}};
  }

  TemplateToken number() {
    const auto start = offset();
    const auto literal = number_literal(rest_);
    rest_.remove_prefix(literal.length);
    const auto span = span_from(start);
    if (literal.value.is(Value::Kind::undefined)) {
      throw TagMistake{span, {"template.number-too-large", {}}, {{"hint.template.number", {}}}};
    }
    const bool whole = literal.value.is(Value::Kind::integer);
    return {whole ? Sort::integer : Sort::number, {}, literal.value, span};
  }

  /// A sign of up to two characters, each perhaps an entity.
  TemplateToken sign() {
    const auto start = offset();
    std::string typed(1, take_character());
    const auto second = rest_;
    if (!rest_.empty()) typed += take_character();
    for (const auto sign : k_signs) {
      if (!typed.starts_with(sign)) continue;
      if (sign.size() == 1) rest_ = second;
      return {Sort::sign, std::string(sign), {}, span_from(start)};
    }
    rest_ = all_.substr(start);
    const auto before = rest_;
    static_cast<void>(next_code_point(rest_));
    const auto found = before.substr(0, before.size() - rest_.size());
    throw TagMistake{span_from(start),
                     {"template.strange-character", {printable(found)}},
                     {{"hint.template.strange-character", {}}}};
  }

  char take_character() {
    if (const auto* other = spelling()) {
      rest_.remove_prefix(other->typed.size());
      return other->meant.front();
    }
    const char c = rest_.front();
    rest_.remove_prefix(1);
    return c;
  }

  std::string_view all_;
  std::string_view rest_;
  std::uint32_t piece_;
  std::vector<TemplateToken> tokens_;
};

}  // namespace

QuoteMark quote_at(std::string_view rest) {
  if (rest.empty() || !k_begins_quote[static_cast<unsigned char>(rest.front())]) return {};
  for (const auto& quote : k_quotes) {
    if (rest.starts_with(quote.typed)) return {quote.typed.size(), quote.family, quote.straight};
  }
  return {};
}

bool closes(const QuoteMark& open, const QuoteMark& mark) {
  return mark.length > 0 && mark.family == open.family && (!open.straight || mark.straight);
}

std::vector<TemplateToken> tokens_of(std::string_view text, std::uint32_t piece) {
  return TagLexer(text, piece).read();
}

}  // namespace quyche
