#pragma once
// Vietnamese text: normal form, case, order, and comparison keys, through ICU. All text inside
// quyche is UTF-8 in NFC: normalised where it enters (normalise), assumed afterwards.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quyche {

/// NFC. Bytes that are no UTF-8 become U+FFFD (see is_utf8).
[[nodiscard]] std::string normalise(std::string_view text);
[[nodiscard]] bool is_utf8(std::string_view text);
[[nodiscard]] bool is_normalised(std::string_view text);
/// Whether it is one of those Vietnamese is written with (U+0000–02FF, U+1E00–1EFF, U+2002–203F):
/// they stay as they are in NFC beside each other.
[[nodiscard]] constexpr bool stays_in_nfc(std::uint32_t code) {
  return code < 0x300U || code - 0x1E00U < 0x100U || code - 0x2002U < 0x3EU;
}

[[nodiscard]] std::string upper(std::string_view text);
[[nodiscard]] std::string lower(std::string_view text);
/// First letter upper, also behind white space, quotation marks, brackets; the rest as it is.
[[nodiscard]] std::string capitalise(std::string_view text);

/// Without white space at both ends (also U+00A0), inner runs of it folded to one space.
[[nodiscard]] std::string squeeze(std::string_view text);

/// For comparing spellings: NFC, lower case, tone placement folded (hoà = hòa, thuỷ = thủy),
/// i/y folded after a consonant (Quý = Quí, Mỹ = Mĩ), white space squeezed.
[[nodiscard]] std::string match_key(std::string_view text);
/// ASCII letters, digits and '-': for file names ("An Vĩ" → "an-vi"). Empty when nothing of that
/// kind is in the text.
[[nodiscard]] std::string file_slug(std::string_view text);

/// Vietnamese dictionary order, syllable by syllable: base letters, then the syllable's tone
/// (ngang, huyền, hỏi, ngã, sắc, nặng), wherever it is written; numbers by value and before
/// letters; other characters do not count. Names equal so far stand by code points. <0, 0, >0.
[[nodiscard]] int compare_names(std::string_view left, std::string_view right);
/// People: by given name (last word), then family name (first), then middle names.
[[nodiscard]] int compare_people(std::string_view left, std::string_view right);
/// Keys for sorting many: their bytes compare as compare_names and compare_people do.
[[nodiscard]] std::string name_key(std::string_view name);
[[nodiscard]] std::string person_key(std::string_view name);

/// Levenshtein distance in code points, at most `limit` + 1.
[[nodiscard]] std::size_t edit_distance(std::string_view left, std::string_view right,
                                        std::size_t limit);
/// The candidate nearest to `text` (by match_key), or empty when none is near enough.
[[nodiscard]] std::string nearest(std::string_view text,
                                  const std::vector<std::string>& candidates);

/// Columns of a text on a terminal: code points, combining marks not counted.
[[nodiscard]] std::size_t columns(std::string_view text);
/// What stands in `count` columns from column `from` on.
[[nodiscard]] std::string column_range(std::string_view text, std::size_t from, std::size_t count);
/// "a, b, c".
[[nodiscard]] std::string listed(const std::vector<std::string>& words);
/// Fit for a terminal: a space for every control character (tab, line end, escape), U+FFFD for
/// bytes that are no UTF-8.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace quyche
