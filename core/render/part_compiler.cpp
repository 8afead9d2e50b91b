#include "render/part_compiler.hpp"

#include <algorithm>
#include <array>

#include "base/xml.hpp"
#include "base/xml_scanner.hpp"
#include "render/cell_tags.hpp"
#include "render/drawing_tags.hpp"
#include "render/list_restart.hpp"
#include "render/part_text.hpp"
#include "render/piece_writer.hpp"
#include "render/tag_healer.hpp"
#include "render/tag_scopes.hpp"
#include "render/tag_tree.hpp"
#include "render/taken_ids.hpp"

namespace quyche {
namespace {

class WordLocator final : public PieceLocator {
 public:
  WordLocator(std::shared_ptr<const PartTags> tags, std::vector<std::uint32_t> origins)
      : tags_(std::move(tags)), origins_(std::move(origins)) {}
  [[nodiscard]] Place locate(const TagSpan& span) const override {
    const auto origin = origins_.at(span.piece);
    if ((origin & k_plain_origin) != 0) {
      return tags_->place(tags_->plain.tags.at(origin & ~k_plain_origin), span.offset, span.length);
    }
    const auto& tag = tags_->tags.at(origin);
    const auto left = tag.text.size() - std::min<std::size_t>(span.offset, tag.text.size());
    return tags_->place(tag.paragraph, tag.offset + span.offset,
                        std::max<std::size_t>(std::min<std::size_t>(span.length, left), 1));
  }

 private:
  std::shared_ptr<const PartTags> tags_;
  std::vector<std::uint32_t> origins_;
};

/// "word/header2.xml" without the number: the kind of part.
std::string_view stem(std::string_view name) {
  if (!name.ends_with(".xml")) return {};
  name.remove_suffix(4);
  while (!name.empty() && name.back() >= '0' && name.back() <= '9') name.remove_suffix(1);
  return name;
}

void put_in_order(TagTree& tree) {
  lift_scoped_tags(tree);
  place_cell_tags(tree);
  join_paragraphs(tree);
  lift_lone_tags(tree);
  level_blocks(tree);
  mark_restarts(tree);
}

void load_tree(const PartTags& tags, std::string_view xml, pugi::xml_document& tree) {
  const auto options = pugi::parse_default | pugi::parse_ws_pcdata;
  if (tree.load_buffer(xml.data(), xml.size(), options, pugi::encoding_utf8)) return;
  // What is wrong is said by the one who reads all other documents.
  static_cast<void>(XmlDocument(tags.source, tags.file, XmlSpace::mixed));
  throw Error(
      Diagnostic{Severity::error, {"xml.not-well-formed", {"1"}}, {tags.file, {}, {}, 0, 0}, {}});
}

/// Whether the tags reach into paragraphs that are not in the tree.
bool reaches_outside(const PartTags& tags) {
  if (tags.plain.stretches.empty()) return false;
  return std::any_of(tags.tags.begin(), tags.tags.end(), [&](const WordTag& tag) {
    const bool is_raw =
        tag.kind == WordTag::Kind::comment && tag.text.find("raw") != std::string::npos;
    return is_raw || tag.joins_before || tag.joins_after ||
           (tags.plain.has_lists && tag.keyword == "for");
  });
}

/// False when the part must be read without plain paragraphs. No pieces: it has no tags.
bool write_pieces(const std::shared_ptr<PartTags>& tags, const NoteParts& notes, PartProgram& part,
                  TakenIds& taken, Diagnostics& found) {
  const auto marked =
      tags->plain.stretches.empty() ? std::string() : with_marks(tags->source, tags->plain);
  const std::string_view xml = marked.empty() ? tags->source : marked;
  // Plain paragraphs have no ids, pictures or fields.
  note_ids(xml, taken);
  pugi::xml_document tree;
  load_tree(*tags, xml, tree);
  const auto root = tree.document_element();
  const PlaceStep place{PlaceStep::Kind::part, tags->part};
  auto paragraphs = read_paragraphs(root, place, tags->is_plain, tags->plain);
  heal_tags(paragraphs, *tags);
  if (reaches_outside(*tags)) return false;
  part.moved_notes = move_notes(root, notes, *tags);
  if (xml.find("a:blip") != std::string_view::npos) place_picture_tags(root, place, *tags);
  if (tags->paragraphs.empty() && tags->plain.tags.empty()) {
    found.add(tags->findings.findings());
    return true;
  }
  const bool has_fields = xml.find("<w:fldSimple") != std::string_view::npos ||
                          xml.find("<w:instrText") != std::string_view::npos;
  if (has_fields) mark_stale_fields(root);
  part.name = tags->part;
  TagTree ordered(root, *tags);
  put_in_order(ordered);
  PieceWriter writer(ordered, *tags, part);
  writer.write(root);
  if (writer.needs_tree()) return false;
  found.add(tags->findings.findings());
  part.tags = tags;
  for (const auto& id : tags->replaced) {
    const bool is_used = part.markup.find('"' + id + '"') != std::string::npos;
    if (!is_used) part.unused_relations.push_back(id);
  }
  try {
    part.program = std::make_unique<const TemplateProgram>(
        writer.take_pieces(), std::make_shared<WordLocator>(tags, writer.take_origins()));
  } catch (const Error& error) {
    found.add(error.findings());
  }
  return true;
}

}  // namespace

PartForm form_of_part(std::string_view name) {
  constexpr std::array<std::string_view, 8> k_paragraphs{
      "word/document", "word/header",   "word/footer",       "word/footnotes",
      "word/endnotes", "word/comments", "word/charts/chart", "word/diagrams/data"};
  constexpr std::array<std::string_view, 3> k_plain{"docProps/core", "docProps/app",
                                                    "docProps/custom"};
  const auto kind = stem(name);
  if (std::find(k_paragraphs.begin(), k_paragraphs.end(), kind) != k_paragraphs.end()) {
    return PartForm::paragraphs;
  }
  return std::find(k_plain.begin(), k_plain.end(), kind) != k_plain.end() ? PartForm::plain
                                                                          : PartForm::none;
}

std::optional<PartProgram> compile_part(std::string xml, const PartOrigin& origin, TakenIds& taken,
                                        Diagnostics& found, const NoteParts& notes) {
  if (xml.find('{') == std::string::npos) {
    note_ids(xml, taken);
    return std::nullopt;
  }
  auto tags = std::make_shared<PartTags>();
  xml.erase(0, xml.size() - xml_text(xml, origin.file).size());
  tags->source = std::move(xml);
  tags->file = origin.file;
  tags->part = origin.name;
  tags->is_plain = form_of_part(origin.name) == PartForm::plain;
  tags->plain = read_plain_paragraphs(tags->source, origin.file);
  PartProgram part;
  if (!write_pieces(tags, notes, part, taken, found)) {
    // Once more, all of it as a tree.
    auto whole = std::make_shared<PartTags>();
    whole->source = std::move(tags->source);
    whole->file = origin.file;
    whole->part = origin.name;
    whole->is_plain = tags->is_plain;
    part = {};
    static_cast<void>(write_pieces(whole, notes, part, taken, found));
  }
  if (part.pieces.empty()) return std::nullopt;
  return part;
}

}  // namespace quyche
