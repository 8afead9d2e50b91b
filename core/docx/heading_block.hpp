#pragma once
// The top of the paper: the borderless table with organs and heading, number, place and date; then
// the name of the type and the title. Written for composer through Story.

#include <string>

#include "docx/story.hpp"

namespace quyche {

/// What the heading of a template has where a document has words: nothing is measured by its words
/// but by what a tag says when it is rendered.
struct HeadingTags {
  std::string number_test;    ///< the number stands only if this holds; empty: always
  std::string issuer_rule;    ///< the value that writes the rule under the issuer
  std::string title_rule;     ///< the same under the title
  std::string widest_place;   ///< the longest name of a place to keep room for
  std::string widest_symbol;  ///< the same of the symbol behind the number
};

/// A frame without the field of a number, or of a place, has none. `tags` null: a document.
void write_heading(Story& story, const HeadingTags* tags = nullptr);

}  // namespace quyche
