#include "base/word_list.hpp"

#include <algorithm>

#include "base/messages.hpp"

namespace quyche {

std::string word_of(const char* code) { return sentence({code, {}}, Language::vietnamese); }

WordList words_of(const char* code) {
  const auto text = word_of(code);
  WordList words;
  for (std::size_t from = 0; from <= text.size();) {
    const auto end = std::min(text.find('|', from), text.size());
    words.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return words;
}

WordPairs word_pairs_of(const char* code) {
  WordPairs pairs;
  for (const auto& item : words_of(code)) {
    const auto equals = std::min(item.find('='), item.size() - 1);
    pairs.emplace_back(item.substr(0, equals), item.substr(equals + 1));
  }
  return pairs;
}

}  // namespace quyche
