#include "render/drawing_tags.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "render/word_names.hpp"

namespace quyche {
namespace {

constexpr const char* k_relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

template <typename Visit>
void each_named(pugi::xml_node node, const char* name, const Visit& visit) {
  for (auto child = node.first_child(); child;) {
    const auto next = child.next_sibling();
    if (is_named(child, name)) {
      visit(child);
    } else {
      each_named(child, name, visit);
    }
    child = next;
  }
}

pugi::xml_node picture_in(pugi::xml_node drawing) {
  return drawing.find_node([](pugi::xml_node node) { return is_named(node, "a:blip"); });
}

void place_picture_tag(pugi::xml_node properties, const PlaceStep& part, PartTags& tags) {
  const std::string text = properties.attribute("descr").value();
  if (text.find("{{") == std::string::npos) return;
  auto picture = picture_in(properties.parent());
  if (!picture) return;
  TagScanner scanner;
  const auto parts = scanner.scan(text);
  const auto found = std::find_if(parts.begin(), parts.end(), [](const TextPart& one) {
    return one.kind == TextPart::Kind::print;
  });
  if (found == parts.end()) return;
  auto tag = read_word_tag(text, *found);
  tag.scope = WordTag::Scope::text;
  tag.is_picture = true;
  tag.paragraph = static_cast<std::uint32_t>(tags.paragraphs.size());
  tag.before = "<a:blip xmlns:r=\"" + std::string(k_relations) + "\" r:embed=\"";
  tag.after = "\"/>";
  tags.paragraphs.push_back({{part}, text});
  auto home = picture.parent();
  home.insert_child_before(k_marker, picture)
      .append_attribute("n")
      .set_value(static_cast<unsigned>(tags.tags.size()));
  if (const auto id = picture.attribute("r:embed")) tags.replaced.emplace_back(id.value());
  home.remove_child(picture);
  properties.attribute("descr").set_value("");
  tags.tags.push_back(std::move(tag));
}

/// Of fields whose result comes from elsewhere in the document and that no program works out again
/// by itself: tables of contents, references, numbers, sums.
bool is_stale(std::string_view instruction) {
  constexpr std::array<std::string_view, 10> k_kinds{"TOC",         "TOA",     "INDEX",    "REF",
                                                     "PAGEREF",     "NOTEREF", "STYLEREF", "SEQ",
                                                     "DOCPROPERTY", "TITLE"};
  const auto begin = std::min(instruction.find_first_not_of(' '), instruction.size());
  const auto word = instruction.substr(begin, instruction.find_first_of(" \\", begin) - begin);
  return word.starts_with('=') || std::find(k_kinds.begin(), k_kinds.end(), word) != k_kinds.end();
}

void mark(pugi::xml_node element) {
  if (!element.attribute("w:dirty")) element.append_attribute("w:dirty");
  element.attribute("w:dirty").set_value("true");
}

}  // namespace

void place_picture_tags(pugi::xml_node root, const PlaceStep& part, PartTags& tags) {
  each_named(root, "wp:docPr",
             [&](pugi::xml_node properties) { place_picture_tag(properties, part, tags); });
}

void mark_stale_fields(pugi::xml_node root) {
  each_named(root, "w:fldSimple", [](pugi::xml_node field) {
    if (is_stale(field.attribute("w:instr").value())) mark(field);
  });
  each_named(root, "w:instrText", [](pugi::xml_node instruction) {
    if (!is_stale(instruction.text().get())) return;
    for (auto run = instruction.parent(); run; run = run.previous_sibling()) {
      const auto sign = run.child("w:fldChar");
      if (std::string_view(sign.attribute("w:fldCharType").value()) != "begin") continue;
      return mark(sign);
    }
  });
}

}  // namespace quyche
