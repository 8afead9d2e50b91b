#include "base/word_search.hpp"

#include "base/byte_blocks.hpp"

namespace quyche {

std::size_t find_word(std::string_view text, std::string_view word, std::size_t from) {
  const auto ahead = word.size() - 2;  // bytes in front of the last two
  const auto first = static_cast<unsigned char>(word.front());
  const auto last_but_one = static_cast<unsigned char>(word[ahead]);
  const auto last = static_cast<unsigned char>(word[ahead + 1]);
  for (; from + ahead + k_byte_block < text.size(); from += k_byte_block) {
    const char* place = text.data() + from;
    const Bytes found = is_byte(bytes_at(place), first) &
                        is_byte(bytes_at(place + ahead), last_but_one) &
                        is_byte(bytes_at(place + ahead + 1), last);
    if (!holds_anywhere(found)) continue;
    auto first_found = text.npos;
    for_each_place(found, [&](std::size_t i) {
      const bool is_first = first_found == text.npos;
      if (is_first && text.substr(from + i, word.size()) == word) first_found = from + i;
    });
    if (first_found != text.npos) return first_found;
  }
  return text.find(word, from);
}

}  // namespace quyche
