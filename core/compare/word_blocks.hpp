#pragma once
// A Word document as plain blocks: paragraphs of runs, and tables of cells with blocks. Content
// controls, links and fields give what they show; tracked changes stand as if accepted. Used by
// redline, which writes blocks again. Values; keep nothing of the XML.

#include <cstddef>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "quyche/diagnostic.hpp"

namespace quyche {

struct TextRun {
  std::string properties;  ///< what is inside w:rPr
  std::string text;        ///< a tab is \t, a line break \n
};

struct TableRow;

struct Block {
  bool is_table = false;
  std::string properties;  ///< inside w:pPr; of a table w:tblPr and w:tblGrid
  std::vector<TextRun> runs;
  std::string text;  ///< of all runs; of a table of all its cells
  std::vector<TableRow> rows;
};

struct TableCell {
  std::string properties;  ///< inside w:tcPr
  std::vector<Block> blocks;
};

struct TableRow {
  std::string properties;  ///< inside w:trPr
  std::vector<TableCell> cells;
  std::string text;
};

struct WordBlocks {
  std::vector<Block> blocks;
  std::string section;       ///< the last w:sectPr, whole
  bool has_changes = false;  ///< tracked changes were pending
  std::size_t left_out = 0;  ///< pictures, notes and the like that a block cannot hold
};

/// `document` is the part word/document.xml of `file`. Styles that `styles` (its part) does not
/// define are left out.
[[nodiscard]] WordBlocks read_word_blocks(std::string document, std::string_view styles,
                                          const std::string& file);
/// The same for what was parsed already; `root`: w:document. No styles: none is left out.
[[nodiscard]] WordBlocks read_word_blocks(pugi::xml_node root, const std::set<std::string>& styles);
/// The ids that a part word/styles.xml of `file` defines.
[[nodiscard]] std::set<std::string> style_ids(std::string_view styles, const std::string& file);

/// A warning when the document of `file` holds tracked changes: it is read as if they were
/// accepted.
void tell_pending_changes(std::string_view docx, const std::string& file, Diagnostics& found);

/// The text of all blocks, a line a paragraph.
[[nodiscard]] std::string text_of(const std::vector<Block>& blocks);

}  // namespace quyche
