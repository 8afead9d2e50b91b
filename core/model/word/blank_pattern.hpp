#pragma once
// Blanks as clerks type them: dots, ellipses, underscores, "[Tên thôn]", "{{ name }}". Finds where
// they stand in a line and what they ask for; knows no fields. Used by word_lines.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quyche::word {

struct BlankSpan {
  enum class Kind {
    name,   ///< {{ name }}: words is the name
    words,  ///< [Tên thôn]: words stand in the brackets
    open,   ///< dots: words stand before them, at most six
    date    ///< ngày … tháng … năm …, the word "ngày" included
  };
  std::size_t from = 0;
  std::size_t to = 0;
  Kind kind = Kind::open;
  std::string words;
};

/// In order, without overlap. `text` is cleaned. An ellipsis that ends an enumeration is no blank.
[[nodiscard]] std::vector<BlankSpan> find_blanks(std::string_view text);

/// What is asked for at `at`: the words before a colon, or those after the last small word ("từ
/// ngày"), six at most; three when there is no telling where the name begins.
[[nodiscard]] std::string words_before(std::string_view text, std::size_t at);

}  // namespace quyche::word
