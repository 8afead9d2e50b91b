#include "base/word_search.hpp"

#include "base/byte_blocks.hpp"

namespace quyche {

std::size_t find_word(std::string_view text, std::string_view word, std::size_t from) {
  const auto ahead = word.size() - 2;  // bytes in front of the two that are looked for
  const auto first = static_cast<unsigned char>(word[ahead]);
  const auto second = static_cast<unsigned char>(word[ahead + 1]);
  for (; from + ahead + k_byte_block < text.size(); from += k_byte_block) {
    const char* place = text.data() + from + ahead;
    const Bytes found = is_byte(bytes_at(place), first) & is_byte(bytes_at(place + 1), second);
    if (!holds_anywhere(found)) continue;
    for (std::size_t i = 0; i < k_byte_block; ++i) {
      if (found[i] != 0 && text.substr(from + i, word.size()) == word) return from + i;
    }
  }
  return text.find(word, from);
}

}  // namespace quyche
