#pragma once
// Texts of a record as they are shown to a clerk: long ones in pieces of whole paragraphs, words of
// lists by their labels. For the writers of workbook and form.

#include <string>
#include <vector>

#include "meeting/record/record_layout.hpp"

namespace quyche::meeting {

/// Parts of a text of at most `letters` bytes, cut at line ends only; joined by line feeds they are
/// the text. At least one.
[[nodiscard]] std::vector<std::string> in_pieces(const std::string& text, std::size_t letters);
/// The lines of a text; of an empty one a single empty line.
[[nodiscard]] std::vector<std::string> lines_in(const std::string& text);
/// A value of JSON as a clerk reads it: days as 05/9/2026, choices and flags by their words.
[[nodiscard]] std::string shown_word(const RecordLayout& layout, const RecordField& field,
                                     const std::string& text);

}  // namespace quyche::meeting
