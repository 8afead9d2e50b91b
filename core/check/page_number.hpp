#pragma once
// Where a document prints its page numbers: fields PAGE in headers and footers, and what they look
// like. For the page rules and fix.

#include <optional>
#include <string>
#include <vector>

#include "check/document_package.hpp"
#include "check/document_view.hpp"

namespace quyche::check {

inline constexpr int k_tolerance = 11;          ///< 0.2 mm in twips
inline constexpr int k_longest_side = 100'000;  ///< of a page, in twips

struct PageNumbers {
  bool is_at_top = false;
  bool is_at_bottom = false;
  bool is_on_first_page = false;
  std::string align = "center";  ///< of the one at the top, and its letters
  int size = 28;
  bool is_bold = false;
  bool is_italic = false;
  bool has_other_digits = false;  ///< some are no Arabic numerals
  std::optional<int> distance;    ///< from the edge of the page to the one at the top, in twips
};

[[nodiscard]] PageNumbers page_numbers(DocumentPackage& package, const DocumentView& view);

/// Whether the document surely fills more than one page: by what the program that saved it
/// counted, else by the length of its text.
[[nodiscard]] bool has_several_pages(DocumentPackage& package, const DocumentView& view);

/// Whether a section, by its properties, counts its pages in other than Arabic numerals.
[[nodiscard]] bool has_other_digits(pugi::xml_node section);

/// What the fields of a paragraph that print the number of the page say of its digits goes, when it
/// is other than Arabic numerals.
void make_arabic(pugi::xml_node paragraph);

/// Paragraphs below `root` that print the page number.
[[nodiscard]] std::vector<pugi::xml_node> number_paragraphs(pugi::xml_node root);

}  // namespace quyche::check
