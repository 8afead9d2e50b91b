#pragma once
// Writes the tree of a part, once its tags are in order, as the pieces of its program.

#include <pugixml.hpp>
#include <unordered_map>
#include <vector>

#include "render/part_program.hpp"
#include "render/tag_tree.hpp"

namespace quyche {

class PieceWriter {
 public:
  PieceWriter(const TagTree& tree, const PartTags& tags, PartProgram& program);
  void write(pugi::xml_node root);

  [[nodiscard]] std::vector<TemplatePiece> take_pieces() { return std::move(pieces_); }
  /// For each piece the tag it is, or of a literal the tag before it.
  [[nodiscard]] std::vector<std::uint32_t> take_origins() { return std::move(origins_); }

 private:
  void node(pugi::xml_node node);
  void element(pugi::xml_node element);
  void table(pugi::xml_node element);
  void open_tag(pugi::xml_node element);
  void close_tag(pugi::xml_node element);
  void attribute(pugi::xml_node element, pugi::xml_attribute attribute);
  void tag(pugi::xml_node marker);
  void guard(WordPiece::Guard guard);
  void restart(pugi::xml_node node);
  void flush(std::uint32_t end_spot);
  void add(WordPiece piece, TemplatePiece::Kind kind, std::string text);
  [[nodiscard]] std::uint32_t spot_of(pugi::xml_node marker);

  const TagTree& tree_;
  const PartTags& tags_;
  PartProgram& program_;
  std::vector<TemplatePiece> pieces_;
  std::vector<std::uint32_t> origins_;
  std::unordered_map<std::size_t, std::uint32_t> spots_;  ///< element → spot of markers in it
  WordPiece literal_;
  std::string words_;
  std::uint32_t last_tag_ = 0;
  std::size_t loops_ = 0;
};

}  // namespace quyche
