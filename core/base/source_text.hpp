#pragma once
// From a byte offset in a text file to the place a person finds: line, the line's words, a mark.
// For every reader of text (XML, JSON, CSV). Holds nothing.

#include <cstddef>
#include <string>
#include <string_view>

#include "quyche/diagnostic.hpp"

namespace quyche {

/// Line (from 1) in which `offset` stands.
[[nodiscard]] std::size_t line_at(std::string_view bytes, std::size_t offset);

/// File, line, and the line's text with `length` bytes from `offset` marked. The excerpt has no
/// indentation and no tabs; of a very long line (an XML part) only what stands around the mark.
[[nodiscard]] Place place_in(std::string_view bytes, const std::string& file, std::size_t offset,
                             std::size_t length);

}  // namespace quyche
