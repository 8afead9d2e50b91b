#pragma once
// The tree of a part with the markers of its tags, while it is put in order: which marker stands
// where, which tags belong together. Owned by the compiler of the part.

#include <pugixml.hpp>
#include <unordered_map>
#include <vector>

#include "render/part_program.hpp"
#include "render/word_tag.hpp"

namespace quyche {

/// A block of the language: the numbers of its tags, from the opening to the closing one.
struct TagBlock {
  std::vector<std::size_t> tags;
};

class TagTree {
 public:
  TagTree(pugi::xml_node root, PartTags& tags);

  [[nodiscard]] pugi::xml_node root() const { return root_; }
  [[nodiscard]] PartTags& tags() { return tags_; }
  /// The marker of a tag; null when the tag went away with the element around it.
  [[nodiscard]] pugi::xml_node marker(std::size_t tag) const { return markers_[tag]; }
  [[nodiscard]] static std::size_t tag_of(pugi::xml_node marker) {
    return marker.attribute("n").as_uint();
  }
  /// The tags whose markers stand in the node, in order.
  [[nodiscard]] std::vector<std::size_t> tags_in(pugi::xml_node node) const;
  /// A tag nobody typed, with a marker put before `node`, or as the last of `parent`.
  pugi::xml_node add_before(WordTag tag, pugi::xml_node node);
  pugi::xml_node add_last(WordTag tag, pugi::xml_node parent);
  void move_before(std::size_t tag, pugi::xml_node node);
  /// Takes a tag away, and the run it stood in when that is empty now.
  void drop(std::size_t tag);
  /// Takes an element away with all tags in it; ends and starts of ranges whose other half stands
  /// elsewhere stay where the element was.
  void remove(pugi::xml_node element);
  /// Splits text, run and wrappers around the marker until it stands among runs.
  void raise(std::size_t tag);
  /// From the beginning or end of controls and fields to the paragraph around them.
  void escape(std::size_t tag);

  /// What stood around a value that takes the place of a whole element.
  void keep_spot(std::size_t tag);
  [[nodiscard]] const WordSpot* kept_spot(std::size_t tag) const;

  /// By role, in the order of the tree; tags that match nothing are left out.
  [[nodiscard]] std::vector<TagBlock> blocks() const;

 private:
  pugi::xml_node number(pugi::xml_node marker, WordTag tag);

  pugi::xml_node root_;
  PartTags& tags_;
  std::vector<pugi::xml_node> markers_;
  std::unordered_map<std::size_t, WordSpot> spots_;
};

}  // namespace quyche
