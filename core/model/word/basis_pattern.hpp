#pragma once
// A line "Căn cứ Quyết định số 2128/QĐ-UBND ngày 11 tháng 12 năm 2012 của …" taken apart. Used by
// frame_reader.

#include <string>
#include <string_view>

#include "model/word/marked_text.hpp"
#include "quyche/regulation.hpp"

namespace quyche::word {

/// Whether the line is a legal basis; a dash may stand before it.
[[nodiscard]] bool is_basis(std::string_view text);

/// The citation of a line that is a basis: without its dash, opening words and final sign.
[[nodiscard]] MarkedText citation_of(const MarkedText& line);

/// The parts of a citation without fields. What is not understood is in the title as a whole, and
/// then the type is empty. A law's name before its number belongs to the type.
[[nodiscard]] Basis read_citation(std::string_view citation);

/// "04 – ĐA/TU" → "04-ĐA/TU".
[[nodiscard]] std::string plain_symbol(std::string_view text);

}  // namespace quyche::word
