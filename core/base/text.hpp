#pragma once
// Vietnamese text: normal form, case, order, and comparison keys, through ICU. All text inside
// quyche is UTF-8 in NFC: normalised where it enters (normalise), assumed afterwards.

#include <string>
#include <string_view>
#include <vector>

namespace quyche {

/// NFC. Bytes that are no UTF-8 become U+FFFD (see is_utf8).
[[nodiscard]] std::string normalise(std::string_view text);
[[nodiscard]] bool is_utf8(std::string_view text);
[[nodiscard]] bool is_normalised(std::string_view text);

[[nodiscard]] std::string upper(std::string_view text);
[[nodiscard]] std::string lower(std::string_view text);
/// First letter upper, the rest as it is.
[[nodiscard]] std::string capitalise(std::string_view text);

/// Without white space at both ends (also U+00A0), inner runs of it folded to one space.
[[nodiscard]] std::string squeeze(std::string_view text);

/// For comparing spellings: NFC, lower case, tone placement folded (hoà = hòa, thuỷ = thủy),
/// i/y folded after a consonant (Quý = Quí, Mỹ = Mĩ), white space squeezed.
[[nodiscard]] std::string match_key(std::string_view text);
/// ASCII letters, digits and '-': for file names ("An Vĩ" → "an-vi").
[[nodiscard]] std::string file_slug(std::string_view text);

/// Vietnamese dictionary order by syllable: base letters, then the syllable's tone (ngang, huyền,
/// hỏi, ngã, sắc, nặng), then code points. <0, 0, >0.
[[nodiscard]] int compare_names(std::string_view left, std::string_view right);
/// People: by given name (last word), then family name (first), then middle names.
[[nodiscard]] int compare_people(std::string_view left, std::string_view right);

/// Levenshtein distance in code points, at most `limit` + 1.
[[nodiscard]] std::size_t edit_distance(std::string_view left, std::string_view right, std::size_t limit);
/// The candidate nearest to `text` (by match_key), or empty when none is near enough.
[[nodiscard]] std::string nearest(std::string_view text, const std::vector<std::string>& candidates);

}  // namespace quyche
