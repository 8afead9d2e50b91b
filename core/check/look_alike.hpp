#pragma once
// Letters that look like Đ and đ and are others (Ð of Icelandic, Ɖ of African languages): found and
// put right. For document_view, the text rules and fix.

#include <string>
#include <string_view>

namespace quyche::check {

/// The first look-alike in the text; empty when there is none.
[[nodiscard]] std::string_view look_alike_in(std::string_view text);
/// The text with Đ and đ in their place.
[[nodiscard]] std::string with_right_letters(std::string text);

/// How much reading a text needs before it can be compared.
struct LetterCount {
  bool is_clean = true;  ///< NFC, no look-alike, no space but U+0020: it is read as it stands
  bool has_own_letter = false;  ///< one that no legacy encoding shows: ă, đ, ơ, ế …
  bool is_ascii = true;         ///< no letter of any encoding but that of all
};
/// Appends a clean text to `folded` in small letters, byte for byte; of another nothing.
LetterCount fold_letters(std::string_view text, std::string& folded);

}  // namespace quyche::check
