#pragma once
// A line of text in which each field stands as one mark, so that patterns see one string, and may
// cut it, without losing fields. Used by all pattern readers of this folder.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "quyche/regulation.hpp"

namespace quyche::word {

/// U+FFFC, OBJECT REPLACEMENT CHARACTER; cleaned text never holds one of its own.
inline constexpr std::string_view k_mark = "\xEF\xBF\xBC";

struct MarkedText {
  std::string text;
  std::vector<Inline> fields;  ///< one a mark, in order

  [[nodiscard]] MarkedText part(std::size_t from, std::size_t length = std::string::npos) const;
  [[nodiscard]] bool has_fields() const { return !fields.empty(); }
  /// White space squeezed, none at the ends.
  [[nodiscard]] Inlines inlines() const;
  /// Appends with a space between.
  void append(const MarkedText& more);
};

/// Text as typed → NFC, each kind of space as U+0020, soft hyphens and zero-width characters gone;
/// tabs and line breaks stay.
[[nodiscard]] std::string cleaned(std::string_view text);

/// Bytes of the character that begins at `at`.
[[nodiscard]] std::size_t character_length(std::string_view text, std::size_t at);
[[nodiscard]] bool is_letter_at(std::string_view text, std::size_t at);
inline constexpr std::string_view k_ellipsis = "\xE2\x80\xA6";

[[nodiscard]] constexpr bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
[[nodiscard]] bool is_space(char byte);

/// All its letters are capitals, and it has some.
[[nodiscard]] bool is_all_caps(std::string_view text);
/// Without spaces at its ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);
/// Without any of these characters (ASCII) and spaces at its end.
[[nodiscard]] std::string_view without_tail(std::string_view text, std::string_view characters);

}  // namespace quyche::word
