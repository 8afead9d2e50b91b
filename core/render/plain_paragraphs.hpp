#pragma once
// Paragraphs of a document's body that need no tree: plain runs, whose tags, if there are any,
// print a value and stand whole in one text. Found in the pass that checks the part; the rest of
// the part is read as a tree, in which a mark stands for each stretch of them. Offsets count bytes
// of the part, which is kept elsewhere.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quyche {

/// Its attribute n is the number of the stretch; `at`, set while paragraphs are counted, the number
/// of its first paragraph.
inline constexpr const char* k_mark = "q:stretch";

struct PlainTag {
  std::uint32_t begin = 0;  ///< braces included
  std::uint32_t end = 0;
  std::uint32_t space_at = 0;   ///< where its text is told to keep spaces; 0: it keeps them
  std::uint32_t paragraph = 0;  ///< in PlainParagraphs::paragraphs
  std::uint32_t look = 0;
  bool has_markup = false;  ///< between the tag before it and this one
};

/// A paragraph with tags.
struct PlainParagraph {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t stretch = 0;
  std::uint32_t number = 0;  ///< in its stretch, from 0
};

struct PlainStretch {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t first_tag = 0;
  std::uint32_t tag_count = 0;
  std::uint32_t paragraph_count = 0;
  std::uint32_t first_number = 0;  ///< in the part, from 1; set while the tree is read
};

struct PlainParagraphs {
  std::vector<PlainStretch> stretches;
  std::vector<PlainParagraph> paragraphs;
  std::vector<PlainTag> tags;
  std::vector<std::string> looks;  ///< each a paragraph with one run and nothing but a marker in it
  bool has_lists = false;          ///< some are items of a list
};

/// Throws Error as XmlDocument does. `bytes` as xml_text gives them.
[[nodiscard]] PlainParagraphs read_plain_paragraphs(std::string_view bytes,
                                                    const std::string& file);
/// The part with marks.
[[nodiscard]] std::string with_marks(std::string_view bytes, const PlainParagraphs& plain);
/// The words of a plain paragraph, up to byte `end` of it.
[[nodiscard]] std::string words_of(std::string_view paragraph,
                                   std::size_t end = std::string_view::npos);

}  // namespace quyche
