#include "render/list_restart.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "render/word_names.hpp"

namespace quyche {
namespace {

using Loops = std::vector<std::size_t>;

/// Where the paragraphs of one list stand.
struct ListUse {
  Loops common;  ///< loops around all of them, from the outside in
  bool is_seen = false;
  bool in_rows = false;
};

class ListReader {
 public:
  explicit ListReader(const TagTree& tree, const PartTags& tags) : tree_(tree), tags_(tags) {}

  void walk(pugi::xml_node node) {
    for (const auto child : node.children()) {
      if (is_marker(child)) {
        step(TagTree::tag_of(child));
      } else if (is_paragraph(child)) {
        paragraph(child);
      } else if (child.type() == pugi::node_element) {
        walk(child);
      }
    }
  }

  /// List → the loop at whose beginning it begins anew.
  [[nodiscard]] std::map<std::string, std::size_t> restarts() const {
    std::map<std::string, std::size_t> found;
    for (const auto& [list, use] : lists_) {
      if (use.common.empty()) continue;
      const auto inner = use.common.back();
      const auto others = paragraphs_.find(inner)->second - members_.at(list).find(inner)->second;
      if (others > 0 && !use.in_rows) {
        found[list] = inner;
      } else if (use.common.size() > 1) {
        found[list] = use.common[use.common.size() - 2];
      }
    }
    return found;
  }

 private:
  void step(std::size_t number) {
    const auto& tag = tags_.tags[number];
    if (tag.role == WordTag::Role::open && tag.keyword == "for") loops_.push_back(number);
    if (tag.keyword == "endfor" && !loops_.empty()) loops_.pop_back();
  }

  void paragraph(pugi::xml_node node) {
    for (const auto loop : loops_) ++paragraphs_[loop];
    const auto id = node.child("w:pPr").child("w:numPr").child("w:numId").attribute("w:val");
    if (id) add(id.value(), node);
    walk(node);
  }

  void add(const std::string& list, pugi::xml_node node) {
    auto& use = lists_[list];
    for (const auto loop : loops_) ++members_[list][loop];
    if (!use.is_seen) {
      use.common = loops_;
      use.is_seen = true;
    } else {
      const auto [mine, theirs] =
          std::mismatch(use.common.begin(), use.common.end(), loops_.begin(), loops_.end());
      use.common.erase(mine, use.common.end());
    }
    const bool is_row_loop = !loops_.empty() && ancestor(node, "w:tc") &&
                             is_named(tree_.marker(loops_.back()).parent(), "w:tbl");
    use.in_rows = use.in_rows || is_row_loop;
  }

  const TagTree& tree_;
  const PartTags& tags_;
  Loops loops_;
  std::map<std::string, ListUse> lists_;
  std::map<std::size_t, std::size_t> paragraphs_;  ///< loop → paragraphs in it
  std::map<std::string, std::map<std::size_t, std::size_t>> members_;
};

std::string start_of(pugi::xml_node abstract, int level) {
  for (const auto candidate : abstract.children("w:lvl")) {
    if (candidate.attribute("w:ilvl").as_int() != level) continue;
    const std::string start = candidate.child("w:start").attribute("w:val").value();
    return start.empty() ? "1" : start;
  }
  return "1";
}

}  // namespace

void mark_restarts(TagTree& tree) {
  const auto& tags = tree.tags().tags;
  const auto is_loop = [](const WordTag& tag) { return tag.keyword == "for"; };
  if (std::none_of(tags.begin(), tags.end(), is_loop)) return;
  ListReader reader(tree, tree.tags());
  reader.walk(tree.root());
  for (const auto& [list, loop] : reader.restarts()) {
    auto marker = tree.marker(loop);
    marker.parent()
        .insert_child_after(k_restart, marker)
        .append_attribute("w:val")
        .set_value(list.c_str());
  }
}

void add_lists(const IdIssuer& ids, std::string_view numbering, PackageEdits& edits) {
  if (ids.lists().empty()) return;
  pugi::xml_document tree;
  tree.load_buffer(numbering.data(), numbering.size());
  const auto root = tree.document_element();
  for (const auto& [number, list] : ids.lists()) {
    const auto original = root.find_child_by_attribute("w:num", "w:numId", list.c_str());
    const std::string abstract = original.child("w:abstractNumId").attribute("w:val").value();
    const auto definition =
        root.find_child_by_attribute("w:abstractNum", "w:abstractNumId", abstract.c_str());
    auto markup = "<w:num w:numId=\"" + number + "\"><w:abstractNumId w:val=\"" + abstract + "\"/>";
    for (int level = 0; level < 9; ++level) {
      markup += "<w:lvlOverride w:ilvl=\"" + std::to_string(level) +
                "\"><w:startOverride w:val=\"" + start_of(definition, level) +
                "\"/></w:lvlOverride>";
    }
    edits.append_to("word/numbering.xml", markup + "</w:num>");
  }
}

}  // namespace quyche
