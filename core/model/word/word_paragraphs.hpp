#pragma once
// A Word document as the list of paragraphs and tables its reader sees: deleted text gone, inserted
// text taken, text boxes and notes after the paragraph they hang on, automatic numbers computed.
// Text is still as typed (spaces, line breaks as '\n', tabs). Used by word_lines.

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <variant>
#include <vector>

#include "model/word/numbering_labels.hpp"
#include "model/word/word_styles.hpp"
#include "quyche/regulation.hpp"

namespace quyche::word {

/// A run-level content control.
struct Control {
  std::string name;   ///< by bookmark qc_, else tag, else binding; empty when it has none
  std::string label;  ///< its title
  FieldType type = FieldType::text;
  std::vector<Choice> choices;
  bool long_date = false;  ///< the date's format has words
  bool is_empty = false;   ///< it shows its placeholder
  std::string shown;
};

/// A stretch of text, or a control.
struct Piece {
  std::string text;
  bool bold = false;
  std::optional<Control> control;
};

struct Paragraph {
  int number = 0;  ///< counted over the whole document from 1
  std::vector<Piece> pieces;
  std::string label;       ///< automatic number; "-" for a bullet
  std::string style;       ///< id of its style, and name
  std::string style_name;  ///< what a clerk sees; survives other programs
  bool centered = false;
  bool caps = false;
  bool is_note = false;                    ///< footnote, text box: stands outside the running text
  std::vector<std::string> provision_ids;  ///< of the provisions whose bookmarks begin here
  std::vector<std::string> inside;         ///< of all provisions whose bookmarks are open here
  std::optional<Condition> when;
};

struct TableCell {
  std::vector<Paragraph> paragraphs;
};
struct Table {
  int number = 0;  ///< of its first paragraph
  std::vector<std::vector<TableCell>> rows;
};
using Block = std::variant<Paragraph, Table>;

/// The roots of the parts a text is read from; a missing part is an empty node.
struct WordText {
  pugi::xml_node document;
  pugi::xml_node footnotes;
  pugi::xml_node endnotes;
};

[[nodiscard]] std::vector<Block> read_blocks(const WordText& text, const WordStyles& styles,
                                             NumberingLabels labels);

}  // namespace quyche::word
