#include "render/part_compiler.hpp"

#include <algorithm>
#include <array>

#include "base/xml.hpp"
#include "render/cell_tags.hpp"
#include "render/drawing_tags.hpp"
#include "render/list_restart.hpp"
#include "render/part_text.hpp"
#include "render/piece_writer.hpp"
#include "render/tag_healer.hpp"
#include "render/tag_scopes.hpp"
#include "render/tag_tree.hpp"

namespace quyche {
namespace {

class WordLocator final : public PieceLocator {
 public:
  WordLocator(std::shared_ptr<const PartTags> tags, std::vector<std::uint32_t> origins)
      : tags_(std::move(tags)), origins_(std::move(origins)) {}
  [[nodiscard]] Place locate(const TagSpan& span) const override {
    const auto& tag = tags_->tags.at(origins_.at(span.piece));
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

std::optional<PartProgram> compile_part(std::string xml, const std::string& name,
                                        const std::string& file, Diagnostics& found) {
  if (xml.find('{') == std::string::npos) return std::nullopt;
  const bool has_contents = xml.find("TOC") != std::string::npos;
  const bool has_pictures = xml.find("a:blip") != std::string::npos;
  XmlDocument document(std::move(xml), file, XmlSpace::mixed);
  const bool is_plain = form_of_part(name) == PartForm::plain;
  auto paragraphs = read_paragraphs(document.root(), {PlaceStep::Kind::part, name}, is_plain);
  auto tags = std::make_shared<PartTags>();
  tags->file = file;
  tags->is_plain = is_plain;
  heal_tags(paragraphs, *tags);
  if (has_pictures) place_picture_tags(document.root(), {PlaceStep::Kind::part, name}, *tags);
  if (tags->paragraphs.empty()) {
    found.add(tags->findings.findings());
    return std::nullopt;
  }
  if (has_contents) mark_stale_fields(document.root());
  PartProgram part;
  part.name = name;
  TagTree tree(document.root(), *tags);
  put_in_order(tree);
  found.add(tags->findings.findings());
  PieceWriter writer(tree, *tags, part);
  writer.write(document.root());
  part.tags = tags;
  try {
    part.program = std::make_unique<const TemplateProgram>(
        writer.take_pieces(), std::make_shared<WordLocator>(tags, writer.take_origins()));
  } catch (const Error& error) {
    found.add(error.findings());
  }
  return part;
}

}  // namespace quyche
