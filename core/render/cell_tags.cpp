#include "render/cell_tags.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "render/word_names.hpp"

namespace quyche {
namespace {

using Cell = WordTag::Cell;

constexpr std::array<std::string_view, 14> k_property_order{
    "w:cnfStyle",  "w:tcW",    "w:gridSpan", "w:hMerge", "w:vMerge",
    "w:tcBorders", "w:shd",    "w:noWrap",   "w:tcMar",  "w:textDirection",
    "w:tcFitText", "w:vAlign", "w:hideMark", "w:headers"};

std::size_t property_rank(std::string_view name) {
  const auto at = std::find(k_property_order.begin(), k_property_order.end(), name);
  return static_cast<std::size_t>(at - k_property_order.begin());
}

/// Of a marker the property its value is printed in.
std::string property_name(TagTree& tree, pugi::xml_node node) {
  if (!is_marker(node)) return node.name();
  const auto& before = tree.tags().tags[TagTree::tag_of(node)].before;
  return before.substr(1, before.find(' ') - 1);
}

pugi::xml_node properties_of(pugi::xml_node cell) {
  const auto found = cell.child("w:tcPr");
  return found ? found : cell.prepend_child("w:tcPr");
}

/// The value of a property of the cell, printed where the schema wants it.
void put_property(TagTree& tree, pugi::xml_node cell, const std::string& name, WordTag tag) {
  auto properties = properties_of(cell);
  properties.remove_child(name.c_str());
  auto place = properties.first_child();
  while (place && property_rank(property_name(tree, place)) < property_rank(name)) {
    place = place.next_sibling();
  }
  tag.kind = WordTag::Kind::print;
  tag.role = WordTag::Role::single;
  tag.scope = WordTag::Scope::text;
  tag.before =
      "<" + name + (name == "w:shd" ? " w:val=\"clear\" w:color=\"auto\" w:fill=\"" : " w:val=\"");
  tag.after = "\"/>";
  if (place) {
    tree.add_before(std::move(tag), place);
  } else {
    tree.add_last(std::move(tag), properties);
  }
}

WordTag statement(const WordTag& typed, std::string text, WordTag::Role role) {
  WordTag tag = typed;
  tag.cell = Cell::none;
  tag.role = role;
  tag.keyword = role == WordTag::Role::open ? "if" : "endif";
  tag.text = std::move(text);
  return tag;
}

/// One cell as wide as all the loop would make.
void merge_across(TagTree& tree, pugi::xml_node cell, const WordTag& typed) {
  const auto span = cell.child("w:tcPr").child("w:gridSpan").attribute("w:val").as_int(1);
  auto width = typed;
  width.text = std::to_string(span) + " * loop.length";
  put_property(tree, cell, "w:gridSpan", std::move(width));
  tree.add_before(statement(typed, "if loop.first", WordTag::Role::open), cell);
  const auto end = statement(typed, "endif", WordTag::Role::close);
  const auto next = cell.next_sibling();
  if (next) {
    tree.add_before(end, next);
  } else {
    tree.add_last(end, cell.parent());
  }
}

/// Begins a cell where the group begins, goes on with it below; only the first has words.
void merge_down(TagTree& tree, pugi::xml_node cell, const WordTag& typed) {
  auto merge = typed;
  const bool has_key = typed.text.find_first_not_of(" \t\n") != std::string::npos;
  if (!has_key) merge.text = "'restart' if loop.first else 'continue'";
  put_property(tree, cell, "w:vMerge", std::move(merge));
  cell.insert_child_after(k_merge_start, cell.child("w:tcPr"));
  cell.append_child(k_merge_end);
}

/// Merging asks which round of a loop it is.
bool needs_loop(const WordTag& tag) {
  const bool has_key = tag.text.find_first_not_of(" \t\n") != std::string::npos;
  return tag.cell == Cell::horizontal || (tag.cell == Cell::vertical && !has_key);
}

/// Loops open behind the tag.
std::size_t loops_behind(const WordTag& tag, std::size_t before) {
  if (tag.role == WordTag::Role::open && tag.is_loop) return before + 1;
  const bool ends =
      tag.role == WordTag::Role::close &&
      (tag.keyword == "endfor" || tag.keyword == "endmacro" || tag.keyword == "endcall");
  return ends && before > 0 ? before - 1 : before;
}

void place(TagTree& tree, std::size_t number, bool is_in_loop) {
  const auto typed = tree.tags().tags[number];
  const auto cell = ancestor(tree.marker(number), "w:tc");
  if (!cell) {
    tree.tags().report(Severity::error, typed, {"template.word.no-cell", {typed.keyword}}, {});
    return tree.drop(number);
  }
  if (!is_in_loop && needs_loop(typed)) {
    tree.tags().report(Severity::error, typed, {"template.word.no-loop", {typed.keyword}},
                       {{"hint.template.word.no-loop", {}}});
    return tree.drop(number);
  }
  tree.drop(number);
  switch (typed.cell) {
    case Cell::span:
      return put_property(tree, cell, "w:gridSpan", typed);
    case Cell::fill:
      return put_property(tree, cell, "w:shd", typed);
    case Cell::vertical:
      return merge_down(tree, cell, typed);
    default:
      return merge_across(tree, cell, typed);
  }
}

}  // namespace

void place_cell_tags(TagTree& tree) {
  const auto count = tree.tags().tags.size();
  std::size_t loops = 0;
  for (std::size_t i = 0; i < count; ++i) {
    loops = loops_behind(tree.tags().tags[i], loops);
    const bool asks = tree.tags().tags[i].cell != Cell::none && tree.marker(i);
    if (asks) place(tree, i, loops > 0);
  }
}

}  // namespace quyche
