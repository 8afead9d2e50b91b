#pragma once
// Two Word documents → one with tracked changes: accepting all of them gives the new text,
// rejecting all the old one. Numbers stand in the text, so their changes are tracked like words.

#include <string>
#include <vector>

#include "compare/word_blocks.hpp"
#include "quyche/values.hpp"

namespace quyche {

inline constexpr const char* k_own_author = "quyche";

/// Who changed it and when, as Word shows it.
struct ChangeMark {
  std::string author;
  Date date;
};

/// The content of w:body for the change from `before` to `after`, with the section of `after`.
[[nodiscard]] std::string redline_body(const WordBlocks& before, const WordBlocks& after,
                                       const ChangeMark& mark);

/// A whole part word/document.xml around a body.
[[nodiscard]] std::string word_document(const std::string& body);

}  // namespace quyche
