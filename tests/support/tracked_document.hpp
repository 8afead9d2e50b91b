#pragma once
// Accepting and rejecting tracked changes by the rules of WordprocessingML alone, knowing nothing
// of how they were written: one line a paragraph. For tests of redlines.

#include <string>
#include <vector>

namespace quyche::sample {

enum class Decision { accept, reject };

/// The paragraphs that remain of word/document.xml.
[[nodiscard]] std::vector<std::string> settled_paragraphs(const std::string& document,
                                                          Decision decision);

}  // namespace quyche::sample
