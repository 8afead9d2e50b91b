#pragma once
// The inside of one tag cut into tokens. Takes what Word makes of typed text: curly quotation
// marks, spaces that do not break, XML entities, and names with Vietnamese letters in any normal
// form.

#include <string>
#include <string_view>
#include <vector>

#include "quyche/diagnostic.hpp"
#include "template/source.hpp"
#include "template/value.hpp"

namespace quyche {

struct TemplateToken {
  enum class Kind { name, string, integer, number, sign, end };
  Kind kind = Kind::end;
  std::string text;  ///< of a name (NFC) or a sign ("<=")
  Value value;       ///< of a literal
  TagSpan span;
  [[nodiscard]] bool is_sign(std::string_view sign) const {
    return kind == Kind::sign && text == sign;
  }
  [[nodiscard]] bool is_name(std::string_view name) const {
    return kind == Kind::name && text == name;
  }
};

/// A mistake in a template, before it has a place.
struct TagMistake {
  TagSpan span;
  Text message;
  std::vector<Text> hints;
};

/// Tokens of piece number `piece`, with one of kind `end` behind them; throws TagMistake.
[[nodiscard]] std::vector<TemplateToken> tokens_of(std::string_view text, std::uint32_t piece);

/// How many bytes from `rest` on are a quotation mark (straight, curly, or an entity); 0: none.
struct QuoteMark {
  std::size_t length = 0;
  char family = 0;  ///< ' or "
  bool straight = false;
};
[[nodiscard]] QuoteMark quote_at(std::string_view rest);
/// Whether `mark` ends the string that `open` began.
[[nodiscard]] bool closes(const QuoteMark& open, const QuoteMark& mark);

}  // namespace quyche
