#pragma once
// Tags as most are typed: in one stretch of words, printing something simple. For the reader of
// plain paragraphs; all others are left to those who read whole trees.

#include <cstddef>
#include <string_view>

namespace quyche {

struct SimpleTag {
  enum class Kind {
    none,   ///< a brace that is a word
    print,  ///< a tag that prints
    other,  ///< something that asks for a closer look
  };
  Kind kind = Kind::none;
  std::size_t end = 0;  ///< behind it
};

/// What begins with the opening brace at `at`. Words are as they stand in XML.
[[nodiscard]] SimpleTag simple_tag_at(std::string_view words, std::size_t at);

/// Whether one of {_{ }_} {_% %_} may be in them; the first and third are found as braces.
[[nodiscard]] bool has_escape(std::string_view words);

}  // namespace quyche
