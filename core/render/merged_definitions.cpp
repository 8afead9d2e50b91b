#include "render/merged_definitions.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/xml.hpp"
#include "docx/markup.hpp"
#include "render/word_names.hpp"

namespace quyche {
namespace {

constexpr const char* k_styles = "word/styles.xml";
constexpr const char* k_bare_root =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

std::string bare(const char* root) {
  return std::string("<") + root + " " + k_bare_root + "></" + root + ">";
}

std::string part_or_bare(const PackageView& package, const char* name, const char* root) {
  auto xml = package.part(name);
  return xml.empty() ? bare(root) : xml;
}

std::string value_of(pugi::xml_node node) { return node.attribute("w:val").value(); }

/// Names that differ only in capitals are one to Word: "heading 1", "Heading 1".
std::pair<std::string, std::string> name_of_style(pugi::xml_node style) {
  const std::string type = style.attribute("w:type").value();
  return {type.empty() ? "paragraph" : type, lower(value_of(style.child("w:name")))};
}

std::string start_of_level(pugi::xml_node abstract, const std::string& level) {
  const auto found = abstract.find_child_by_attribute("w:lvl", "w:ilvl", level.c_str());
  const auto start = value_of(found.child("w:start"));
  return start.empty() ? "1" : start;
}

/// A list that is included once more begins where it began.
void begin_anew(pugi::xml_node list, pugi::xml_node abstract) {
  for (int level = 0; level < 9; ++level) {
    const auto number = std::to_string(level);
    auto change = list.find_child_by_attribute("w:lvlOverride", "w:ilvl", number.c_str());
    if (!change) {
      change = list.append_child("w:lvlOverride");
      change.append_attribute("w:ilvl").set_value(number.c_str());
    }
    if (change.child("w:startOverride")) continue;
    change.prepend_child("w:startOverride")
        .append_attribute("w:val")
        .set_value(start_of_level(abstract, number).c_str());
  }
}

}  // namespace

struct MergedDefinitions::Theirs {
  explicit Theirs(std::string name) : path(std::move(name)) {}
  std::string path;
  pugi::xml_document styles;
  pugi::xml_document numbering;
  std::map<std::string, std::string> style_ids;
  std::map<std::string, std::string> list_ids;
};

MergedDefinitions::MergedDefinitions(const PackageView& ours, PackageEdits& edits, IdIssuer& ids)
    : ours_(ours),
      edits_(edits),
      ids_(ids),
      styles_scope_(part_or_bare(ours, k_styles, "w:styles")),
      numbering_scope_(part_or_bare(ours, k_numbering, "w:numbering")),
      has_styles_(ours.has(k_styles)),
      has_numbering_(ours.has(k_numbering)) {
  pugi::xml_document tree;
  load(tree, part_or_bare(ours, k_styles, "w:styles"));
  for (const auto style : tree.document_element().children("w:style")) {
    const std::string id = style.attribute("w:styleId").value();
    styles_.emplace(name_of_style(style), id);
    style_ids_.insert(id);
  }
  read_numbering();
}

MergedDefinitions::~MergedDefinitions() = default;

void MergedDefinitions::read_numbering() {
  pugi::xml_document tree;
  load(tree, part_or_bare(ours_, k_numbering, "w:numbering"));
  for (const auto abstract : tree.document_element().children("w:abstractNum")) {
    last_abstract_ = std::max(last_abstract_, abstract.attribute("w:abstractNumId").as_uint());
  }
  for (const auto list : tree.document_element().children("w:num")) {
    ids_.take_lists(list.attribute("w:numId").as_uint());
  }
}

void MergedDefinitions::begin(const PackageView& theirs, const std::string& path) {
  theirs_ = std::make_unique<Theirs>(path);
  load(theirs_->styles, part_or_bare(theirs, k_styles, "w:styles"));
  load(theirs_->numbering, part_or_bare(theirs, k_numbering, "w:numbering"));
}

std::string MergedDefinitions::style(const std::string& id) {
  const auto known = theirs_->style_ids.find(id);
  if (known != theirs_->style_ids.end()) return known->second;
  const auto root = theirs_->styles.document_element();
  const auto style = root.find_child_by_attribute("w:style", "w:styleId", id.c_str());
  // What no style part defines may still be one that is added to ours: of blanks.
  if (!style) return style_ids_.contains(id) || id == k_placeholder_style ? id : std::string();
  const auto name = name_of_style(style);
  const auto same = styles_.find(name);
  if (same != styles_.end()) return theirs_->style_ids[id] = same->second;
  auto made = id;
  for (int number = 2; style_ids_.contains(made); ++number)
    made = id + "_" + std::to_string(number);
  theirs_->style_ids[id] = made;
  styles_.emplace(name, made);
  style_ids_.insert(made);
  add_style(style, made);
  return made;
}

void MergedDefinitions::add_style(pugi::xml_node style, const std::string& id) {
  pugi::xml_document copy;
  auto made = copy.append_copy(style);
  made.attribute("w:styleId").set_value(id.c_str());
  made.remove_attribute("w:default");
  if (!has_styles_) {
    has_styles_ = true;
    edits_.add_word_part("styles", bare("w:styles"));
  }
  write(made, k_styles);
}

/// Names of styles and lists inside a definition.
void MergedDefinitions::map_values(pugi::xml_node node) {
  constexpr std::array<std::string_view, 6> k_styles_named{
      "w:basedOn", "w:next", "w:link", "w:pStyle", "w:styleLink", "w:numStyleLink"};
  for (auto child = node.first_child(); child;) {
    const auto next = child.next_sibling();
    const bool names_style = std::find(k_styles_named.begin(), k_styles_named.end(),
                                       name_of(child)) != k_styles_named.end();
    if (names_style) {
      const auto mapped = style(value_of(child));
      if (mapped.empty()) {
        node.remove_child(child);
      } else {
        child.attribute("w:val").set_value(mapped.c_str());
      }
    } else if (is_named(child, "w:numId")) {
      child.attribute("w:val").set_value(list(value_of(child)).c_str());
    } else {
      map_values(child);
    }
    child = next;
  }
}

std::optional<MergedDefinitions::ListLevel> MergedDefinitions::list_of_style(
    const std::string& id) const {
  constexpr int k_most = 20;  // styles based on each other
  const auto root = theirs_->styles.document_element();
  ListLevel found;
  auto style = root.find_child_by_attribute("w:style", "w:styleId", id.c_str());
  for (int step = 0; style && step < k_most; ++step) {
    const auto properties = style.child("w:pPr");
    if (properties.child("w:outlineLvl")) return std::nullopt;
    const auto numbering = properties.child("w:numPr");
    if (found.list.empty()) found.list = value_of(numbering.child("w:numId"));
    if (found.level.empty()) found.level = value_of(numbering.child("w:ilvl"));
    const auto base = value_of(style.child("w:basedOn"));
    style = root.find_child_by_attribute("w:style", "w:styleId", base.c_str());
  }
  if (found.list.empty() || found.list == "0") return std::nullopt;
  if (found.level.empty()) found.level = "0";
  return found;
}

std::string MergedDefinitions::list(const std::string& number) {
  const auto known = theirs_->list_ids.find(number);
  if (known != theirs_->list_ids.end()) return known->second;
  const auto root = theirs_->numbering.document_element();
  const auto node = root.find_child_by_attribute("w:num", "w:numId", number.c_str());
  if (!node) return "0";
  if (!has_numbering_) {
    has_numbering_ = true;
    edits_.add_word_part("numbering", bare("w:numbering"));
  }
  const bool is_again = !begun_.insert({theirs_->path, number}).second;
  const auto id = ids_.fresh(IdSlot::Kind::number_list, {});
  theirs_->list_ids[number] = id;  // before its levels: their styles may lead back
  const auto abstract = value_of(node.child("w:abstractNumId"));
  pugi::xml_document copy;
  auto made = copy.append_copy(node);
  made.attribute("w:numId").set_value(id.c_str());
  made.child("w:abstractNumId").attribute("w:val").set_value(abstract_list(abstract).c_str());
  if (is_again) {
    begin_anew(made,
               root.find_child_by_attribute("w:abstractNum", "w:abstractNumId", abstract.c_str()));
  }
  write(made, k_numbering);
  return id;
}

std::string MergedDefinitions::abstract_list(const std::string& number) {
  const std::pair key(theirs_->path, number);
  const auto known = abstracts_.find(key);
  if (known != abstracts_.end()) return known->second;
  const auto id = std::to_string(++last_abstract_);
  abstracts_[key] = id;
  const auto root = theirs_->numbering.document_element();
  pugi::xml_document copy;
  auto made = copy.append_copy(
      root.find_child_by_attribute("w:abstractNum", "w:abstractNumId", number.c_str()));
  made.attribute("w:abstractNumId").set_value(id.c_str());
  // What tells two lists apart must not be the same; pictures of bullets stay behind.
  made.remove_child("w:nsid");
  for (auto level : made.children("w:lvl")) level.remove_child("w:lvlPicBulletId");
  write(made, k_numbering);
  return id;
}

void MergedDefinitions::write(pugi::xml_node made, const char* part) {
  map_values(made);
  const bool is_style = part == k_styles;
  const auto& theirs = is_style ? theirs_->styles : theirs_->numbering;
  adopt(made, NamespaceScope(theirs.document_element()),
        is_style ? styles_scope_ : numbering_scope_);
  std::string markup;
  append_xml(markup, made);
  edits_.append_to(part, markup);
}

}  // namespace quyche
