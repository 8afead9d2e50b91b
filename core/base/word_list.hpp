#pragma once
// Words by which typed papers are recognised. They stand in the table of messages, several of one
// kind in one line: "a|b|c", or "name=code|name=code". Used by the Word import and the checker.

#include <string>
#include <utility>
#include <vector>

namespace quyche {

using WordList = std::vector<std::string>;
using WordPairs = std::vector<std::pair<std::string, std::string>>;

/// The Vietnamese line of `code` as it stands.
[[nodiscard]] std::string word_of(const char* code);
[[nodiscard]] WordList words_of(const char* code);
[[nodiscard]] WordPairs word_pairs_of(const char* code);

}  // namespace quyche
