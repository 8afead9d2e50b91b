#include "render/tag_tree.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "render/tag_healer.hpp"
#include "render/word_names.hpp"
#include "render/word_spot.hpp"

namespace quyche {
namespace {

template <typename Visit>
void each_marker(pugi::xml_node node, const Visit& visit) {
  for (auto child = node.first_child(); child; child = child.next_sibling()) {
    if (*child.name() == *k_marker && is_marker(child)) {
      visit(child);
    } else {
      each_marker(child, visit);
    }
  }
}

bool is_range_mark(pugi::xml_node node, std::string_view end) {
  const auto name = name_of(node);
  return name.ends_with(end) && (name.starts_with("w:bookmark") || name.starts_with("w:perm") ||
                                 name.starts_with("w:commentRange"));
}

using RangeKey = std::pair<std::string, std::string>;

RangeKey range_key(pugi::xml_node node, std::string_view end) {
  const auto name = name_of(node);
  return {std::string(name.substr(0, name.size() - end.size())), node.attribute("w:id").value()};
}

void collect_ranges(pugi::xml_node node, std::vector<pugi::xml_node>& marks) {
  for (const auto child : node.children()) {
    if (is_range_mark(child, "Start") || is_range_mark(child, "End")) marks.push_back(child);
    collect_ranges(child, marks);
  }
}

/// The marks in the element whose other half is not in it.
std::vector<pugi::xml_node> lone_ranges(pugi::xml_node element) {
  std::vector<pugi::xml_node> marks;
  collect_ranges(element, marks);
  std::set<RangeKey> starts;
  std::set<RangeKey> ends;
  for (const auto mark : marks) {
    if (is_range_mark(mark, "Start")) {
      starts.insert(range_key(mark, "Start"));
    } else {
      ends.insert(range_key(mark, "End"));
    }
  }
  const auto has_other = [&](pugi::xml_node mark) {
    return is_range_mark(mark, "Start") ? ends.contains(range_key(mark, "Start"))
                                        : starts.contains(range_key(mark, "End"));
  };
  marks.erase(std::remove_if(marks.begin(), marks.end(), has_other), marks.end());
  return marks;
}

/// An element like `node`, with its attributes and the properties of a run, behind it.
pugi::xml_node add_twin(pugi::xml_node node) {
  auto twin = node.parent().insert_child_after(node.name(), node);
  for (const auto attribute : node.attributes()) twin.append_copy(attribute);
  const auto first = node.first_child();
  if (is_run_properties(first)) twin.append_copy(first);
  return twin;
}

}  // namespace

TagTree::TagTree(pugi::xml_node root, PartTags& tags)
    : root_(root), tags_(tags), markers_(tags.tags.size()) {
  each_marker(root, [this](pugi::xml_node marker) { markers_[tag_of(marker)] = marker; });
}

std::vector<std::size_t> TagTree::tags_in(pugi::xml_node node) const {
  std::vector<std::size_t> found;
  each_marker(node, [&](pugi::xml_node marker) { found.push_back(tag_of(marker)); });
  return found;
}

pugi::xml_node TagTree::number(pugi::xml_node marker, WordTag tag) {
  marker.append_attribute("n").set_value(static_cast<unsigned>(markers_.size()));
  markers_.push_back(marker);
  tags_.tags.push_back(std::move(tag));
  return marker;
}

pugi::xml_node TagTree::add_before(WordTag tag, pugi::xml_node node) {
  return number(node.parent().insert_child_before(k_marker, node), std::move(tag));
}

pugi::xml_node TagTree::add_last(WordTag tag, pugi::xml_node parent) {
  return number(parent.append_child(k_marker), std::move(tag));
}

void TagTree::move_before(std::size_t tag, pugi::xml_node node) {
  const auto home = markers_[tag].parent();
  markers_[tag] = node.parent().insert_move_before(markers_[tag], node);
  remove_empty(home);
}

void TagTree::drop(std::size_t tag) {
  auto home = markers_[tag].parent();
  home.remove_child(markers_[tag]);
  markers_[tag] = {};
  remove_empty(home);
}

void TagTree::remove(pugi::xml_node element) {
  auto parent = element.parent();
  for (const auto mark : lone_ranges(element)) parent.insert_move_before(mark, element);
  each_marker(element, [this](pugi::xml_node marker) { markers_[tag_of(marker)] = {}; });
  parent.remove_child(element);
}

void TagTree::raise(std::size_t tag) {
  auto marker = markers_[tag];
  for (auto home = marker.parent(); is_text(home) || is_run(home) || is_run_wrapper(home);
       home = marker.parent()) {
    auto twin = add_twin(home);
    while (const auto next = marker.next_sibling()) twin.append_move(next);
    marker = home.parent().insert_move_after(marker, home);
    const auto is_bare = [](pugi::xml_node node) {
      const auto first = node.first_child();
      return !first || (is_run_properties(first) && !first.next_sibling());
    };
    if (is_bare(twin)) twin.parent().remove_child(twin);
    if (is_bare(home)) home.parent().remove_child(home);
  }
  markers_[tag] = marker;
}

void TagTree::escape(std::size_t tag) {
  auto marker = markers_[tag];
  const auto home_is_holder = [&marker] {
    const auto home = marker.parent();
    return is_named(home, "w:fldSimple") || is_inline_control(home);
  };
  while (home_is_holder()) {
    const auto home = marker.parent();
    const bool is_first = !marker.previous_sibling();
    if (!is_first && marker.next_sibling()) return;
    auto holder = is_named(home, "w:sdtContent") ? home.parent() : home;
    auto around = holder.parent();
    marker = is_first ? around.insert_move_before(marker, holder)
                      : around.insert_move_after(marker, holder);
    markers_[tag] = marker;
    remove_empty(home);
    raise(tag);
    marker = markers_[tag];
  }
}

void TagTree::keep_spot(std::size_t tag) { spots_.emplace(tag, spot_around(markers_[tag])); }

const WordSpot* TagTree::kept_spot(std::size_t tag) const {
  const auto found = spots_.find(tag);
  return found == spots_.end() ? nullptr : &found->second;
}

std::vector<TagBlock> TagTree::blocks() const {
  std::vector<TagBlock> done;
  std::vector<TagBlock> open;
  const auto& all = tags_.tags;
  const auto opens = [](const WordTag& tag) { return tag.role == WordTag::Role::open; };
  if (std::none_of(all.begin(), all.end(), opens)) return done;
  for (const auto number : tags_in(root_)) {
    const auto& tag = tags_.tags[number];
    if (tag.kind != WordTag::Kind::statement || tag.role == WordTag::Role::single) continue;
    if (tag.role == WordTag::Role::open) {
      open.push_back({{number}});
    } else if (tag.role == WordTag::Role::branch && !open.empty()) {
      open.back().tags.push_back(number);
    } else if (tag.role == WordTag::Role::close) {
      // As the parser of statements does: what was left open inside is closed with it.
      const auto fits = [&](const TagBlock& block) {
        return "end" + tags_.tags[block.tags.front()].keyword == tag.keyword;
      };
      const auto found = std::find_if(open.rbegin(), open.rend(), fits);
      if (found == open.rend()) continue;
      found->tags.push_back(number);
      done.push_back(std::move(*found));
      open.erase(std::prev(found.base()), open.end());
    }
  }
  return done;
}

}  // namespace quyche
