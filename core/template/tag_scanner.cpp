#include "template/tag_scanner.hpp"

#include <algorithm>

#include "template/lexer.hpp"

namespace quyche {
namespace {

using Role = TextPart::Kind;
constexpr std::size_t k_longest_tag = 20'000;

Role kind_of(char mark) {
  if (mark == '{') return Role::print;
  return mark == '%' ? Role::statement : Role::comment;
}

bool is_opening(std::string_view text, std::size_t at) {
  return at + 1 < text.size() && text[at] == '{' &&
         (text[at + 1] == '{' || text[at + 1] == '%' || text[at + 1] == '#');
}

std::size_t next_opening(std::string_view text, std::size_t from) {
  for (auto at = text.find('{', from); at != text.npos; at = text.find('{', at + 1)) {
    if (is_opening(text, at)) return at;
  }
  return text.npos;
}

/// Behind a string that begins at `at`; npos when it never ends.
std::size_t behind_string(std::string_view text, std::size_t at) {
  const auto open = quote_at(text.substr(at));
  at += open.length;
  while (at < text.size()) {
    const auto mark = quote_at(text.substr(at));
    if (closes(open, mark)) return at + mark.length;
    at += text[at] == '\\' ? 2U : 1U;
  }
  return text.npos;
}

/// Where the tag ends, heeding strings and brackets; npos when these do not fit.
std::size_t careful_close(std::string_view text, std::size_t from, std::string_view close) {
  text = text.substr(0, std::min(text.size(), from + k_longest_tag));
  std::size_t depth = 0;
  for (auto at = from; at < text.size();) {
    if (depth == 0 && text.substr(at, 2) == close) return at;
    const auto quote = quote_at(text.substr(at));
    if (quote.length > 0) {
      at = behind_string(text, at);
      continue;
    }
    const char c = text[at];
    if (c == '{' || c == '[' || c == '(') ++depth;
    if ((c == '}' || c == ']' || c == ')') && depth > 0) --depth;
    ++at;
  }
  return text.npos;
}

/// The tag at `at`, or what is left of the text when it does not end.
TextPart read_tag(std::string_view text, std::size_t at) {
  const auto kind = kind_of(text[at + 1]);
  const auto close = kind == Role::print ? "}}" : (kind == Role::statement ? "%}" : "#}");
  TextPart part{kind, at, text.size(), at + 2, text.size(), false, false};
  const char first = part.inner_begin < text.size() ? text[part.inner_begin] : ' ';
  part.trims_before = first == '-';
  const bool is_mark = first == '-' || (first == '+' && kind != Role::print);
  if (is_mark && text.substr(part.inner_begin + 1, 2) != close) ++part.inner_begin;
  auto end = kind == Role::comment ? text.npos : careful_close(text, part.inner_begin, close);
  if (end == text.npos) end = text.find(close, part.inner_begin);
  if (end == text.npos) {
    part.kind = Role::unclosed;
    part.inner_begin = at;
    part.inner_end = at + 2;
    return part;
  }
  part.end = end + 2;
  part.trims_after = end > part.inner_begin && text[end - 1] == '-';
  const bool is_plus = end > part.inner_begin && kind == Role::statement && text[end - 1] == '+';
  part.inner_end = part.trims_after || is_plus ? end - 1 : end;
  return part;
}

bool says(std::string_view text, const TextPart& part, std::string_view word) {
  auto inner = text.substr(part.inner_begin, part.inner_end - part.inner_begin);
  const auto from = inner.find_first_not_of(" \t\r\n");
  const auto to = inner.find_last_not_of(" \t\r\n");
  return part.kind == Role::statement && from != inner.npos &&
         inner.substr(from, to - from + 1) == word;
}

/// The next endraw; its begin is the end of the text when there is none.
TextPart find_raw_end(std::string_view text, std::size_t from) {
  for (auto at = text.find("{%", from); at != text.npos; at = text.find("{%", at + 1)) {
    const auto close = text.find("%}", at);
    if (close == text.npos) break;
    auto part = read_tag(text.substr(0, close + 2), at);
    if (!says(text, part, "endraw")) continue;
    part.kind = Role::comment;
    return part;
  }
  return {Role::literal, text.size(), text.size(), text.size(), text.size(), false, false};
}

}  // namespace

std::vector<TextPart> TagScanner::scan(std::string_view text) {
  std::vector<TextPart> parts;
  std::size_t at = 0;
  const auto add_literal = [&](std::size_t end) {
    if (end > at) parts.push_back({Role::literal, at, end, at, end, false, false});
    at = end;
  };
  while (at < text.size()) {
    if (in_raw_) {
      const auto end = find_raw_end(text, at);
      add_literal(end.begin);
      if (end.begin == text.size()) break;
      in_raw_ = false;
      parts.push_back(end);
      at = end.end;
      continue;
    }
    add_literal(std::min(next_opening(text, at), text.size()));
    if (at == text.size()) break;
    auto part = read_tag(text, at);
    in_raw_ = says(text, part, "raw");
    if (in_raw_) part.kind = Role::comment;
    at = part.end;
    parts.push_back(part);
  }
  return parts;
}

}  // namespace quyche
