#include "render/note_copies.hpp"

#include <algorithm>
#include <vector>

#include "base/xml.hpp"
#include "render/part_text.hpp"
#include "render/plain_paragraphs.hpp"
#include "render/tag_healer.hpp"
#include "render/tag_tree.hpp"
#include "render/word_names.hpp"

namespace quyche {
namespace {

struct NoteReference {
  pugi::xml_node node;
  std::size_t kind = 0;
};

/// The references that stand in loops, in order.
class ReferenceReader {
 public:
  explicit ReferenceReader(const PartTags& tags) : tags_(tags) {}

  void walk(pugi::xml_node node) {
    for (const auto child : node.children()) {
      if (is_marker(child)) {
        step(tags_.tags[TagTree::tag_of(child)]);
      } else if (loops_ > 0 && is_reference(child)) {
        continue;
      } else {
        walk(child);
      }
    }
  }

  [[nodiscard]] const std::vector<NoteReference>& found() const { return found_; }

 private:
  void step(const WordTag& tag) {
    if (tag.role == WordTag::Role::open && tag.is_loop) ++loops_;
    const bool ends_loop =
        tag.keyword == "endfor" || tag.keyword == "endmacro" || tag.keyword == "endcall";
    if (ends_loop && loops_ > 0) --loops_;
  }

  bool is_reference(pugi::xml_node node) {
    for (std::size_t kind = 0; kind < k_note_forms.size(); ++kind) {
      if (!is_named(node, k_note_forms[kind].reference)) continue;
      found_.push_back({node, kind});
      return true;
    }
    return false;
  }

  const PartTags& tags_;
  std::size_t loops_ = 0;
  std::vector<NoteReference> found_;
};

pugi::xml_node note_with(pugi::xml_node root, std::size_t kind, const std::string& id) {
  return root.find_child_by_attribute(k_note_forms.at(kind).element, "w:id", id.c_str());
}

/// The notes of one kind, in the tree of the body. All are read where they stand, so that their
/// paragraphs are counted in their part.
pugi::xml_node add_notes(pugi::xml_node shelf, const std::string& xml, std::size_t kind,
                         const std::set<std::string>& ids, PartTags& tags) {
  static_cast<void>(read_plain_paragraphs(xml, tags.file));  // whether it is well-formed
  pugi::xml_document tree;
  load(tree, xml);
  const auto root = shelf.append_copy(tree.document_element());
  PlainParagraphs none;
  const PlaceStep place{PlaceStep::Kind::part, k_note_forms.at(kind).part};
  auto paragraphs = read_paragraphs(root, place, false, none);
  const auto stays = [&](const ParagraphText& paragraph) {
    auto note = paragraph.node;
    while (note && note.parent() != root) note = note.parent();
    return !ids.contains(note.attribute("w:id").value());
  };
  paragraphs.erase(std::remove_if(paragraphs.begin(), paragraphs.end(), stays), paragraphs.end());
  heal_tags(paragraphs, tags);
  return root;
}

}  // namespace

NoteIds move_notes(pugi::xml_node body, const NoteParts& parts, PartTags& tags) {
  NoteIds moved;
  const auto is_empty = [](const std::string& part) { return part.empty(); };
  if (std::all_of(parts.begin(), parts.end(), is_empty)) return moved;
  const auto is_loop = [](const WordTag& tag) { return tag.is_loop; };
  if (std::none_of(tags.tags.begin(), tags.tags.end(), is_loop)) return moved;
  ReferenceReader reader(tags);
  reader.walk(body);
  for (const auto& [node, kind] : reader.found()) {
    moved.at(kind).insert(node.attribute("w:id").value());
  }
  auto shelf = body.append_child("q:shelf");
  std::array<pugi::xml_node, k_note_forms.size()> roots;
  for (std::size_t kind = 0; kind < roots.size(); ++kind) {
    if (parts.at(kind).empty() || moved.at(kind).empty()) continue;
    roots.at(kind) = add_notes(shelf, parts.at(kind), kind, moved.at(kind), tags);
  }
  for (const auto& [node, kind] : reader.found()) {
    // Of two references to one note the first has it.
    const auto note = note_with(roots.at(kind), kind, node.attribute("w:id").value());
    if (!note) continue;
    auto place = node.parent().insert_child_before(k_note, node);
    place.append_attribute("n").set_value(static_cast<unsigned>(kind));
    place.append_move(note);
  }
  body.remove_child(shelf);
  return moved;
}

std::string without_notes(const std::string& part, std::size_t kind,
                          const std::set<std::string>& ids) {
  pugi::xml_document tree;
  load(tree, part);
  auto root = tree.document_element();
  for (const auto& id : ids) root.remove_child(note_with(root, kind, id));
  return to_xml(tree, true);
}

}  // namespace quyche
