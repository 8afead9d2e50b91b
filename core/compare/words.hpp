#pragma once
// A sentence as words, and what became of them. A Vietnamese syllable is a word, a punctuation mark
// another, the white space between them a third: together they are the sentence, byte for byte.

#include <string>
#include <string_view>
#include <vector>

#include "quyche/compare.hpp"

namespace quyche {

[[nodiscard]] std::vector<std::string_view> split_words(std::string_view text);

/// Stretches of kept, removed and added words in reading order; removed before added. The kept and
/// removed ones together are `before`, the kept and added ones `after`.
[[nodiscard]] std::vector<WordStretch> compare_words(std::string_view before,
                                                     std::string_view after);

/// Each three words that follow each other: rare enough to find a text by.
[[nodiscard]] std::vector<std::string> phrases_of(std::string_view text);

/// From 0 (nothing in common) to 1 (the same words as often).
[[nodiscard]] double similarity(std::string_view before, std::string_view after);

}  // namespace quyche
