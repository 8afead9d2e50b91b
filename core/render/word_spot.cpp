#include "render/word_spot.hpp"

#include <vector>

#include "base/xml.hpp"
#include "render/word_names.hpp"

namespace quyche {
namespace {

bool is_id(std::string_view name) {
  return name == "w14:paraId" || name == "w14:textId" || name == "w:rsidR" || name == "w:rsidRPr" ||
         name == "w:rsidRDefault" || name == "w:rsidP";
}

void append_inner(std::string& out, pugi::xml_node node) {
  for (const auto child : node.children()) append_xml(out, child);
}

/// Without the end of a section: only the paragraph as it was typed ends one.
void append_paragraph_properties(std::string& out, pugi::xml_node properties) {
  if (!properties) return;
  std::string inner;
  for (const auto child : properties.children()) {
    if (!is_named(child, "w:sectPr")) append_xml(inner, child);
  }
  if (inner.empty() && !properties.first_attribute()) return;
  append_start_tag(out, properties);
  out.append(inner).append("</").append(properties.name()).append(">");
}

void add_end_tag(std::string& out, pugi::xml_node node) {
  out.append("</").append(node.name()).append(">");
}

void describe_text(WordSpot& spot, pugi::xml_node text) {
  std::vector<pugi::xml_node> around;
  auto node = text.parent();
  for (; is_run(node) || is_run_wrapper(node); node = node.parent()) around.push_back(node);
  add_end_tag(spot.run_close, text);
  for (const auto outer : around) add_end_tag(spot.run_close, outer);
  for (auto outer = around.rbegin(); outer != around.rend(); ++outer) {
    append_start_tag(spot.run_open, *outer);
    const auto properties = outer->first_child();
    if (!is_run_properties(properties)) continue;
    append_xml(spot.run_open, properties);
    if (is_named(properties, "w:rPr")) append_inner(spot.run_properties, properties);
  }
  if (is_named(text, "w:t")) {
    spot.run_open += "<w:t xml:space=\"preserve\">";
    spot.line_break = "</w:t><w:br/><w:t xml:space=\"preserve\">";
    spot.tab = "</w:t><w:tab/><w:t xml:space=\"preserve\">";
  } else if (is_named(text, "a:t")) {
    spot.run_open += "<a:t>";
    spot.line_break = spot.run_close + "<a:br/>" + spot.run_open;
    spot.tab = "\t";
  } else {
    append_start_tag(spot.run_open, text);
    spot.line_break = spot.tab = " ";
  }
}

/// Among runs: where a paragraph may end. Inside a control or a field it may not.
void describe_paragraph(WordSpot& spot, pugi::xml_node home) {
  while (is_text(home) || is_run(home) || is_run_wrapper(home)) home = home.parent();
  const auto paragraph = paragraph_of(home);
  spot.can_leave = home == paragraph;
  if (!paragraph) return;
  append_start_tag(spot.paragraph_open, paragraph);
  append_paragraph_properties(spot.paragraph_open,
                              paragraph.child(is_named(paragraph, "w:p") ? "w:pPr" : "a:pPr"));
  add_end_tag(spot.paragraph_close, paragraph);
}

/// A text box is inside a paragraph: what is nearest counts.
WordLevel level_in(pugi::xml_node home) {
  if (is_text(home)) return WordLevel::text;
  for (auto node = home; node; node = node.parent()) {
    if (is_paragraph(node)) return WordLevel::inside;
    if (is_named(node, "w:tr")) return WordLevel::cell;
    if (is_named(node, "w:tbl")) return WordLevel::row;
    if (is_named(node, "w:tc") || is_named(node, "w:txbxContent")) return WordLevel::block;
  }
  return WordLevel::block;
}

}  // namespace

void append_start_tag(std::string& out, pugi::xml_node element) {
  out.append("<").append(element.name());
  for (const auto attribute : element.attributes()) {
    if (is_id(attribute.name())) continue;
    out.append(" ").append(attribute.name()).append("=\"");
    append_escaped(out, attribute.value(), true);
    out += '"';
  }
  out += '>';
}

WordSpot spot_around(pugi::xml_node marker) {
  WordSpot spot;
  const auto home = marker.parent();
  spot.level = level_in(home);
  if (spot.level == WordLevel::text) describe_text(spot, home);
  if (spot.level == WordLevel::text || spot.level == WordLevel::inside) {
    describe_paragraph(spot, home);
  }
  return spot;
}

}  // namespace quyche
