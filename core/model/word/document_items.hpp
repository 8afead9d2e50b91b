#pragma once
// The whole document as lines and tables, and what can be said of it before any line is placed: its
// habits and where its body begins. Used by word_import.

#include <cstddef>
#include <optional>
#include <vector>

#include "model/word/tree_builder.hpp"
#include "model/word/word_lines.hpp"
#include "model/word/word_paragraphs.hpp"

namespace quyche::word {

struct Item {
  Line line;
  std::optional<TableLines> table;  ///< instead of the line
};

/// Reads all blocks in order. A table of contents is left out, with a note; a table that only
/// frames text (one column with chapters or articles in it) becomes its lines.
[[nodiscard]] std::vector<Item> read_items(const std::vector<Block>& blocks, LineReader& reader,
                                           ImportReport& report);

/// The lines a paragraph of the body holds: a forced line break separates them where a label
/// follows, and is a space elsewhere.
[[nodiscard]] std::vector<Line> body_lines(const Line& line);

[[nodiscard]] DocumentHabits habits_of(const std::vector<Item>& items);
/// The first item of the body: a part, chapter or article; in papers without them the first number
/// after the name of the type. The number of items when there is none.
[[nodiscard]] std::size_t body_start(const std::vector<Item>& items);

}  // namespace quyche::word
