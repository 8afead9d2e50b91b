#include "model/word/marked_text.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace quyche::word {
namespace {

/// No-break, figure, thin … spaces; all are a space to the reader.
constexpr std::array<std::string_view, 16> k_spaces{
    "\xC2\xA0",     "\xE2\x80\x80", "\xE2\x80\x81", "\xE2\x80\x82", "\xE2\x80\x83", "\xE2\x80\x84",
    "\xE2\x80\x85", "\xE2\x80\x86", "\xE2\x80\x87", "\xE2\x80\x88", "\xE2\x80\x89", "\xE2\x80\x8A",
    "\xE2\x80\xAF", "\xE2\x81\x9F", "\xE3\x80\x80", "\xE2\x80\xA8"};
/// Soft hyphen, zero-width characters, byte order mark, and the mark itself.
constexpr std::array<std::string_view, 7> k_unseen{"\xC2\xAD",     "\xE2\x80\x8B", "\xE2\x80\x8C",
                                                   "\xE2\x80\x8D", "\xE2\x80\x8E", "\xEF\xBB\xBF",
                                                   k_mark};

template <std::size_t Size>
bool holds(const std::array<std::string_view, Size>& list, std::string_view character) {
  return std::find(list.begin(), list.end(), character) != list.end();
}

std::size_t count_marks(std::string_view text) {
  std::size_t count = 0;
  for (auto at = text.find(k_mark); at != std::string_view::npos;
       at = text.find(k_mark, at + k_mark.size())) {
    ++count;
  }
  return count;
}

void append_words(Inlines& line, std::string_view words) {
  std::string text;
  bool is_after_space = line.empty();
  for (const char byte : words) {
    const bool space = is_space(byte);
    if (!space || !is_after_space) text += space ? ' ' : byte;
    is_after_space = space;
  }
  if (!text.empty()) line.push_back({Inline::Kind::text, std::move(text), {}, {}});
}

}  // namespace

MarkedText MarkedText::part(std::size_t from, std::size_t length) const {
  from = std::min(from, text.size());
  MarkedText cut;
  cut.text = text.substr(from, length);
  const auto before =
      static_cast<std::ptrdiff_t>(count_marks(std::string_view(text).substr(0, from)));
  const auto inside = static_cast<std::ptrdiff_t>(count_marks(cut.text));
  cut.fields.assign(fields.begin() + before, fields.begin() + before + inside);
  return cut;
}

Inlines MarkedText::inlines() const {
  Inlines line;
  std::string_view rest = trimmed(text);
  for (const auto& field : fields) {
    const auto mark = std::min(rest.find(k_mark), rest.size());
    append_words(line, rest.substr(0, mark));
    line.push_back(field);
    rest.remove_prefix(std::min(rest.size(), mark + k_mark.size()));
  }
  append_words(line, rest);
  return line;
}

void MarkedText::append(const MarkedText& more) {
  if (!text.empty() && !more.text.empty()) text += ' ';
  text += more.text;
  fields.insert(fields.end(), more.fields.begin(), more.fields.end());
}

std::string cleaned(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  const auto normal = normalise(text);
  for (std::size_t at = 0; at < normal.size();) {
    const auto length = character_length(normal, at);
    const auto character = std::string_view(normal).substr(at, length);
    if (holds(k_spaces, character)) {
      plain += ' ';
    } else if (!holds(k_unseen, character)) {
      plain += character == "\r" ? " " : character;
    }
    at += length;
  }
  return plain;
}

std::size_t character_length(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  return end - at;
}

bool is_letter_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const auto byte = static_cast<unsigned char>(text[at]);
  // Letters of Vietnamese lie in U+00C0–U+024F and U+1E00–U+1EFF, no punctuation does.
  if (byte >= 0xC3U && byte <= 0xC9U) return true;
  if (byte == 0xE1U)
    return at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) >= 0xB8U;
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool is_space(char byte) { return byte == ' ' || byte == '\t' || byte == '\n'; }

bool is_all_caps(std::string_view text) { return upper(text) == text && lower(text) != text; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string_view without_tail(std::string_view text, std::string_view characters) {
  while (!text.empty() &&
         (is_space(text.back()) || characters.find(text.back()) != std::string_view::npos)) {
    text.remove_suffix(1);
  }
  return text;
}

}  // namespace quyche::word
