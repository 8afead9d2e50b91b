#pragma once
// Where the tags of a text are: braces, quotation marks and brackets inside them, raw stretches,
// white space marks. For plain templates and for the paragraphs of a Word part; keeps only whether
// a raw stretch is open, so that one may run over several texts.

#include <cstddef>
#include <string_view>
#include <vector>

namespace quyche {

/// A stretch of the text. Of a tag, `inner` is what stands between the braces, marks left out.
struct TextPart {
  enum class Kind { literal, print, statement, comment, unclosed };
  Kind kind = Kind::literal;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t inner_begin = 0;
  std::size_t inner_end = 0;
  bool trims_before = false;  ///< {{- {%- {#-
  bool trims_after = false;   ///< -}} -%} -#}
};

class TagScanner {
 public:
  /// The parts cover the text. The tags of raw and endraw come as comments; an unclosed tag takes
  /// the rest.
  [[nodiscard]] std::vector<TextPart> scan(std::string_view text);
  [[nodiscard]] bool in_raw() const { return in_raw_; }

 private:
  bool in_raw_ = false;
};

}  // namespace quyche
