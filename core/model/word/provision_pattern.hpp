#pragma once
// The label a line begins with: phần, chương, mục, điều, phụ lục, khoản, điểm. Looks at one line
// only; whether the label counts is decided by its sequence (tree_builder).

#include <cstddef>
#include <string>
#include <string_view>

namespace quyche::word {

enum class LabelKind {
  none,
  part,
  chapter,
  section,
  article,
  appendix,
  clause,
  point,
  roman,   ///< "II." alone: a chapter in papers without the word
  decimal  ///< "1.2.": no kind of a regulation
};

struct Label {
  LabelKind kind = LabelKind::none;
  int value = 0;           ///< 0: an appendix without number; a point: nothing
  std::string number;      ///< as typed: "7", "5a", "II", "đ"
  std::size_t length = 0;  ///< bytes up to the words after it
  bool is_firm = false;    ///< a sign or the end of the line follows the number
};

/// `text` without spaces at its front.
[[nodiscard]] Label match_label(std::string_view text);

/// "- …", "+ …", "• …".
[[nodiscard]] bool is_dash_line(std::string_view text);
/// Only signs: "-----", "*", "_____".
[[nodiscard]] bool is_rule_line(std::string_view text);
/// Without a dash at its front.
[[nodiscard]] std::string_view without_dash(std::string_view text);

}  // namespace quyche::word
