#include "render/tag_scopes.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "render/tag_healer.hpp"
#include "render/word_names.hpp"

namespace quyche {
namespace {

using Kind = WordTag::Kind;
using Scope = WordTag::Scope;

bool has_words(pugi::xml_node node) {
  if (is_text(node)) {
    for (const auto child : node.children()) {
      if (std::string_view(child.value()).find_first_not_of(" \t\n") != std::string_view::npos) {
        return true;
      }
    }
    return false;
  }
  for (const auto child : node.children()) {
    if (has_words(child)) return true;
  }
  return is_named(node, "w:drawing") || is_named(node, "w:pict");
}

pugi::xml_node element_of(const WordTag& tag, pugi::xml_node marker) {
  if (tag.scope == Scope::paragraph) return paragraph_of(marker);
  return ancestor(marker, tag.scope == Scope::row ? "w:tr" : "w:tc");
}

std::string letters_of(Scope scope) {
  if (scope == Scope::paragraph) return "p";
  return scope == Scope::row ? "tr" : "tc";
}

/// The tag of this scope that says what becomes of the element; others in it are reported.
void check_company(TagTree& tree, std::size_t number, pugi::xml_node element) {
  auto& tags = tree.tags();
  const auto scope = tags.tags[number].scope;
  const bool is_comment = tags.tags[number].kind == Kind::comment;
  bool has_others = has_words(element);
  for (const auto other : tree.tags_in(element)) {
    if (other == number || tags.tags[other].kind == Kind::comment) continue;
    const bool is_twin = tags.tags[other].scope == scope &&
                         element_of(tags.tags[other], tree.marker(other)) == element;
    if (is_twin && !is_comment) {
      tags.report(Severity::error, tags.tags[other],
                  {"template.word.twin-tag", {letters_of(scope)}},
                  {{"hint.template.word.twin-tag", {}}});
      return;
    }
    has_others = true;
  }
  if (!has_others || is_comment) return;
  tags.report(Severity::warning, tags.tags[number],
              {"template.word.text-lost", {letters_of(scope)}},
              {{"hint.template.word.text-lost", {}}});
}

/// The marker goes where the element was. The end of a section in its paragraph stays.
void replace(TagTree& tree, std::size_t number, pugi::xml_node element) {
  tree.move_before(number, element);
  if (!element.child("w:pPr").child("w:sectPr")) return tree.remove(element);
  for (auto child = element.first_child(); child;) {
    const auto next = child.next_sibling();
    if (!is_properties(child)) tree.remove(child);
    child = next;
  }
}

/// A value in the place of a row: one cell over all its columns, that of the tag.
pugi::xml_node only_cell(TagTree& tree, std::size_t number, pugi::xml_node row) {
  const auto kept = ancestor(tree.marker(number), "w:tc");
  int columns = 0;
  for (auto child = row.first_child(); child;) {
    const auto next = child.next_sibling();
    if (is_named(child, "w:tc")) {
      columns += child.child("w:tcPr").child("w:gridSpan").attribute("w:val").as_int(1);
      if (child != kept) tree.remove(child);
    }
    child = next;
  }
  auto properties = kept.child("w:tcPr");
  if (!properties) properties = pugi::xml_node(kept).prepend_child("w:tcPr");
  properties.remove_child("w:gridSpan");
  const auto width = properties.child("w:tcW");
  auto span = width ? properties.insert_child_after("w:gridSpan", width)
                    : properties.prepend_child("w:gridSpan");
  span.append_attribute("w:val").set_value(columns);
  return kept;
}

/// The cell keeps its look and holds the value alone.
void fill_cell(TagTree& tree, std::size_t number, pugi::xml_node cell) {
  const auto paragraph = paragraph_of(tree.marker(number));
  tree.move_before(number, paragraph);
  for (auto child = cell.first_child(); child;) {
    const auto next = child.next_sibling();
    if (!is_properties(child) && child != tree.marker(number)) tree.remove(child);
    child = next;
  }
}

void lift(TagTree& tree, std::size_t number) {
  auto& tag = tree.tags().tags[number];
  const auto element = element_of(tag, tree.marker(number));
  if (!element) {
    tree.tags().report(Severity::error, tag, {"template.word.no-element", {letters_of(tag.scope)}},
                       {{"hint.template.word.no-element", {}}});
    return;
  }
  check_company(tree, number, element);
  if (tag.kind == Kind::comment) return tree.remove(element);
  if (tag.kind != Kind::print) return replace(tree, number, element);
  tree.keep_spot(number);
  if (tag.scope == Scope::paragraph) return replace(tree, number, element);
  fill_cell(tree, number, tag.scope == Scope::row ? only_cell(tree, number, element) : element);
}

/// A paragraph and the tags that may take it with them.
struct LoneParagraph {
  pugi::xml_node node;
  std::vector<std::size_t> tags;
};

bool is_lone_run(const TagTree& tree, pugi::xml_node run, std::vector<std::size_t>& found);

bool is_lone_content(const TagTree& tree, pugi::xml_node node, std::vector<std::size_t>& found) {
  if (is_marker(node)) {
    const auto number = TagTree::tag_of(node);
    found.push_back(number);
    return tree.marker(number) == node;
  }
  if (is_properties(node) || is_wordless_mark(node)) return true;
  if (node.type() != pugi::node_element) {
    return std::string_view(node.value()).find_first_not_of(" \t\n") == std::string_view::npos;
  }
  return (is_text(node) || is_run(node) || is_run_wrapper(node)) && is_lone_run(tree, node, found);
}

bool is_lone_run(const TagTree& tree, pugi::xml_node run, std::vector<std::size_t>& found) {
  return std::all_of(run.begin(), run.end(),
                     [&](pugi::xml_node child) { return is_lone_content(tree, child, found); });
}

class LoneTags {
 public:
  explicit LoneTags(TagTree& tree) : tree_(tree), blocks_(tree.blocks()) {
    std::unordered_set<std::size_t> seen;
    for (std::size_t i = 0; i < tree.tags().tags.size(); ++i) {
      const auto paragraph = paragraph_of(tree.marker(i));
      if (paragraph && seen.insert(paragraph.hash_value()).second) consider(paragraph);
    }
    while (drop_split_blocks()) {
    }
  }

  void lift() {
    for (const auto& lone : paragraphs_) {
      if (!stays(lone)) lift(lone);
    }
  }

 private:
  void consider(pugi::xml_node paragraph) {
    LoneParagraph lone{paragraph, {}};
    const bool is_lone = is_lone_run(tree_, paragraph, lone.tags) && !lone.tags.empty() &&
                         std::none_of(lone.tags.begin(), lone.tags.end(), [&](std::size_t tag) {
                           const auto& found = tree_.tags().tags[tag];
                           return found.kind == Kind::print || found.scope == Scope::run;
                         });
    if (!is_lone) return;
    for (const auto tag : lone.tags) home_[tag] = paragraphs_.size();
    paragraphs_.push_back(std::move(lone));
  }

  [[nodiscard]] bool stays(const LoneParagraph& lone) const {
    return std::any_of(lone.tags.begin(), lone.tags.end(),
                       [this](std::size_t tag) { return !home_.contains(tag); });
  }

  /// Where the tag would stand; null when it cannot leave its paragraph.
  [[nodiscard]] pugi::xml_node level(std::size_t tag) const {
    const auto marker = tree_.marker(tag);
    if (const auto home = home_.find(tag); home != home_.end()) {
      return paragraphs_[home->second].node.parent();
    }
    return paragraph_of(marker) ? pugi::xml_node() : marker.parent();
  }

  /// A block whose tags cannot all leave stays, and all that share a paragraph with one of them.
  bool drop_split_blocks() {
    bool changed = false;
    for (const auto& block : blocks_) {
      const auto first = level(block.tags.front());
      const bool fits = first && std::all_of(block.tags.begin(), block.tags.end(),
                                             [&](std::size_t tag) { return level(tag) == first; });
      if (!fits) changed = keep(block.tags) || changed;
    }
    for (const auto& lone : paragraphs_) {
      if (stays(lone)) changed = keep(lone.tags) || changed;
    }
    return changed;
  }

  bool keep(const std::vector<std::size_t>& tags) {
    std::size_t kept = 0;
    for (const auto tag : tags) kept += home_.erase(tag);
    return kept > 0;
  }

  void lift(const LoneParagraph& lone) {
    for (std::size_t i = 0; i + 1 < lone.tags.size(); ++i) {
      tree_.move_before(lone.tags[i], lone.node);
    }
    replace(tree_, lone.tags.back(), lone.node);
  }

  TagTree& tree_;
  std::vector<TagBlock> blocks_;
  std::vector<LoneParagraph> paragraphs_;
  std::unordered_map<std::size_t, std::size_t> home_;  ///< tag → its lone paragraph
};

pugi::xml_node neighbour(pugi::xml_node node, bool before) {
  node = before ? node.previous_sibling() : node.next_sibling();
  while (node && !is_paragraph(node) && is_wordless_mark(node)) {
    node = before ? node.previous_sibling() : node.next_sibling();
  }
  return is_paragraph(node) ? node : pugi::xml_node();
}

/// What is in `second` goes behind what is in `first`; a section that ends there ends here.
void join(pugi::xml_node first, pugi::xml_node second) {
  const auto section = second.child("w:pPr").child("w:sectPr");
  if (section && !first.child("w:pPr").child("w:sectPr")) {
    auto properties = first.child("w:pPr");
    if (!properties) properties = first.prepend_child("w:pPr");
    properties.append_move(section);
  }
  for (auto child = second.first_child(); child;) {
    const auto next = child.next_sibling();
    if (!is_properties(child)) first.append_move(child);
    child = next;
  }
  second.parent().remove_child(second);
}

bool is_same_level(const TagTree& tree, const TagBlock& block) {
  const auto home = tree.marker(block.tags.front()).parent();
  return std::all_of(block.tags.begin(), block.tags.end(),
                     [&](std::size_t tag) { return tree.marker(tag).parent() == home; });
}

/// In paragraphs side by side: from the one into the other.
bool spans_paragraphs(const TagTree& tree, const TagBlock& block) {
  const auto home = tree.marker(block.tags.front()).parent();
  return is_paragraph(home) &&
         std::all_of(block.tags.begin(), block.tags.end(), [&](std::size_t tag) {
           const auto other = tree.marker(tag).parent();
           return is_paragraph(other) && other.parent() == home.parent();
         });
}

/// First out of their runs, then out of controls and fields; false when that is not enough.
bool bring_to_one_level(TagTree& tree, const TagBlock& block) {
  if (is_same_level(tree, block)) return true;
  for (const auto tag : block.tags) tree.raise(tag);
  if (is_same_level(tree, block) || spans_paragraphs(tree, block)) return true;
  for (const auto tag : block.tags) tree.escape(tag);
  return is_same_level(tree, block) || spans_paragraphs(tree, block);
}

}  // namespace

void lift_scoped_tags(TagTree& tree) {
  auto& tags = tree.tags().tags;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const auto scope = tags[i].scope;
    if (!tree.marker(i) || scope == Scope::text || scope == Scope::run) continue;
    lift(tree, i);
  }
}

void join_paragraphs(TagTree& tree) {
  const auto& tags = tree.tags().tags;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const auto paragraph = paragraph_of(tree.marker(i));
    if (!paragraph) continue;
    if (tags[i].joins_after) {
      if (const auto next = neighbour(paragraph, false)) join(paragraph, next);
    }
    if (tags[i].joins_before) {
      if (const auto before = neighbour(paragraph, true)) join(before, paragraph);
    }
  }
}

void lift_lone_tags(TagTree& tree) {
  LoneTags(tree).lift();
  const auto& tags = tree.tags().tags;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    if (tags[i].kind == Kind::comment && tree.marker(i)) tree.drop(i);
  }
}

void level_blocks(TagTree& tree) {
  auto& tags = tree.tags();
  for (std::size_t i = 0; i < tags.tags.size(); ++i) {
    const bool is_run = tags.tags[i].scope == Scope::run && tags.tags[i].kind == Kind::statement;
    if (is_run && tree.marker(i)) tree.raise(i);
  }
  for (const auto& block : tree.blocks()) {
    if (bring_to_one_level(tree, block)) continue;
    const auto& open = tags.tags[block.tags.front()];
    const auto& close = tags.tags[block.tags.back()];
    tags.report(Severity::error, close, {"template.word.crosses", {open.keyword, close.keyword}},
                {{"hint.template.word.crosses", {}}});
  }
}

}  // namespace quyche
