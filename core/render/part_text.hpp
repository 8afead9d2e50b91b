#pragma once
// The words of a part, paragraph by paragraph, each word with the element it stands in. Only
// paragraphs that may hold tags are kept. The nodes belong to the tree that was read.

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "quyche/diagnostic.hpp"
#include "render/plain_paragraphs.hpp"

namespace quyche {

/// A stretch of a paragraph's words: the text of `node`, or what a break or tab in a run says.
struct TextAtom {
  pugi::xml_node node;
  std::size_t begin = 0;
  std::size_t size = 0;
  bool is_text = true;
};

struct ParagraphText {
  pugi::xml_node node;
  std::vector<PlaceStep> steps;
  std::string text;
  std::vector<TextAtom> atoms;
  std::string deleted;  ///< words that a tracked deletion took away
};

/// Word and drawing parts have paragraphs; of a plain part (document properties) every element with
/// words is one. The stretches of `plain` are told the numbers of their paragraphs.
[[nodiscard]] std::vector<ParagraphText> read_paragraphs(pugi::xml_node root, const PlaceStep& part,
                                                         bool is_plain, PlainParagraphs& plain);

}  // namespace quyche
