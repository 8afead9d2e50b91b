#pragma once
// Paragraph and character styles of a Word document: only what tells headings, notes and numbering
// apart. Used by numbering_labels and word_paragraphs.

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace quyche::word {

/// An absent member is not said by the style nor by those it is based on.
struct Style {
  std::string id;
  std::string name;
  std::string based_on;
  std::optional<bool> bold;
  std::optional<bool> caps;
  std::optional<bool> centered;
  std::optional<int> number_id;  ///< 0: without number
  std::optional<int> level;      ///< 0 to 8
};

/// What paragraph and run properties say themselves (w:pPr, w:rPr).
void read_paragraph_properties(pugi::xml_node properties, Style& style);
void read_run_properties(pugi::xml_node properties, Style& style);

class WordStyles {
 public:
  WordStyles() = default;
  explicit WordStyles(pugi::xml_node root);

  /// With all it inherits; an unknown id gives the default paragraph style when it is empty, else
  /// a style that says nothing.
  [[nodiscard]] const Style& of(std::string_view id) const;

 private:
  std::map<std::string, Style, std::less<>> styles_;
  std::string default_id_;
};

}  // namespace quyche::word
