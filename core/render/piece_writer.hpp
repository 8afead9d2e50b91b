#pragma once
// Writes the tree of a part, once its tags are in order, as the pieces of its program.

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "render/part_program.hpp"
#include "render/tag_tree.hpp"

namespace quyche {

inline constexpr std::uint32_t k_plain_origin = 0x80000000;

class PieceWriter {
 public:
  PieceWriter(const TagTree& tree, const PartTags& tags, PartProgram& program);
  void write(pugi::xml_node root);

  [[nodiscard]] TemplatePieces take_pieces() { return std::move(pieces_); }
  /// For each piece the tag it is, or of a literal the tag before it. With k_plain_origin it is one
  /// of the plain tags.
  [[nodiscard]] std::vector<std::uint32_t> take_origins() { return std::move(origins_); }
  /// Plain paragraphs stand in a block that repeats or keeps its content: what was written is of no
  /// use, and the whole part must be read as a tree.
  [[nodiscard]] bool needs_tree() const { return needs_tree_; }

 private:
  void node(pugi::xml_node node);
  void marked(pugi::xml_node node);  ///< an element that may be one of our own signs
  void element(pugi::xml_node element);
  void table(pugi::xml_node element);
  void open_tag(pugi::xml_node element);
  void close_tag(pugi::xml_node element);
  void attribute(pugi::xml_node element, pugi::xml_attribute attribute);
  void add_id(IdSlot::Kind kind, bool defines, std::string value);
  void instruction(std::string_view text, bool in_attribute);
  void note(pugi::xml_node node);
  void tag(pugi::xml_node marker);
  void guard(WordPiece::Guard guard);
  void restart(pugi::xml_node node);
  void note_block(const WordTag& tag);
  void stretch(pugi::xml_node mark);
  void plain_tag(std::uint32_t number);
  [[nodiscard]] std::uint32_t plain_spot(std::uint32_t look);
  [[nodiscard]] std::string& markup() { return program_.markup; }
  void begin_literal(std::uint32_t spot);
  void flush(std::uint32_t end_spot);
  void add(const WordPiece& piece, TemplatePiece::Kind kind, std::string_view text);
  [[nodiscard]] std::uint32_t spot_of(pugi::xml_node marker);

  const TagTree& tree_;
  const PartTags& tags_;
  PartProgram& program_;
  TemplatePieces pieces_;
  std::vector<std::uint32_t> origins_;
  std::unordered_map<std::size_t, std::uint32_t> spots_;  ///< element → spot of markers in it
  std::vector<std::uint32_t> plain_spots_;                ///< by look; 0: not made yet
  std::unordered_set<std::string> begun_comments_;
  WordPiece literal_;
  std::string words_;
  std::uint32_t last_tag_ = 0;
  std::size_t loops_ = 0;
  std::size_t captures_ = 0;  ///< set and filter blocks
  bool needs_tree_ = false;
};

}  // namespace quyche
