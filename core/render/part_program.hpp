#pragma once
// One part of a Word template, compiled: stretches of markup and tags in the order they are
// written, and for each tag what stands around it, so that a value may end the run or paragraph it
// is printed in and begin it again. Immutable; shared by threads.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "render/note_form.hpp"
#include "render/word_tag.hpp"
#include "template/program.hpp"

namespace quyche {

/// Between what the output stands: letters of a text, runs of a paragraph, paragraphs, rows of a
/// table, cells of a row. `fixed`: anywhere, or inside an attribute.
enum class WordLevel : std::uint8_t { fixed, text, inside, block, row, cell };

/// The surroundings of a tag.
struct WordSpot {
  WordLevel level = WordLevel::fixed;
  bool can_leave = true;        ///< its paragraph may end and begin again
  std::string paragraph_open;   ///< with its properties
  std::string paragraph_close;  ///< empty: there are no paragraphs here
  std::string run_open;         ///< from among runs to the letters of a text
  std::string run_close;
  std::string run_properties;  ///< inside of w:rPr
  std::string line_break;      ///< between letters
  std::string tab;
};

/// An id in a stretch of markup that must differ each time the stretch is written.
struct IdSlot {
  enum class Kind : std::uint8_t {
    drawing,
    bookmark,
    bookmark_name,
    control,
    shape,
    number_list,
    footnote,
    endnote,
    comment
  };
  Kind kind = Kind::drawing;
  bool defines = true;  ///< else it repeats what the last definition became
  std::uint32_t offset = 0;
  std::string value;  ///< as typed
};

struct WordPiece {
  enum class Guard : std::uint8_t {
    none,
    table_start,
    table_end,
    row_start,
    row_end,
    cell_end,
    merge_start,
    merge_end,
    restart,     ///< the lists named in `ids` begin anew
    note_start,  ///< what follows is written to the part of notes of this kind
    note_end
  };
  enum class Use : std::uint8_t { content, attribute, fill, merge, merge_key, picture };
  std::uint32_t begin = 0;  ///< of its markup in PartProgram::markup
  std::uint32_t size = 0;
  std::uint32_t spot = 0;
  std::uint32_t end_spot = 0;
  Guard guard = Guard::none;
  Use use = Use::content;
  std::uint8_t note = 0;  ///< of note_start: which of k_note_forms
  bool has_markup = false;
  bool has_columns = false;    ///< of the end of a table: its cells may differ from its grid
  std::uint32_t first_id = 0;  ///< in PartProgram::ids; they stand by offset in its markup
  std::uint32_t id_count = 0;
};

struct PartProgram {
  std::string name;                           ///< of the entry
  std::vector<std::string> unused_relations;  ///< of placeholder pictures that are replaced
  NoteIds moved_notes;                        ///< written with the part that refers to them
  std::shared_ptr<const PartTags> tags;
  std::vector<WordSpot> spots;  ///< the first is nowhere
  std::string markup;           ///< of all pieces
  std::vector<WordPiece> pieces;
  std::vector<IdSlot> ids;  ///< of all pieces
  std::unique_ptr<const TemplateProgram> program;

  [[nodiscard]] std::span<const IdSlot> ids_of(const WordPiece& piece) const {
    return std::span(ids).subspan(piece.first_id, piece.id_count);
  }
};

}  // namespace quyche
