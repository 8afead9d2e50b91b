#include "render/document_merge.hpp"

#include <algorithm>
#include <array>

#include "base/xml.hpp"
#include "docx/blank.hpp"
#include "render/field_instruction.hpp"
#include "render/merge_target.hpp"
#include "render/word_names.hpp"

namespace quyche {
namespace {

void set(pugi::xml_node node, const char* attribute, const std::string& value) {
  node.attribute(attribute).set_value(value.c_str());
}

bool is_shape(pugi::xml_node node) {
  constexpr std::array<std::string_view, 8> k_shapes{
      "v:shape", "v:rect", "v:line", "v:oval", "v:group", "v:image", "v:polyline", "v:roundrect"};
  return std::find(k_shapes.begin(), k_shapes.end(), name_of(node)) != k_shapes.end();
}

}  // namespace

DocumentMerge::DocumentMerge(const PackageView& theirs, const std::string& path,
                             const std::string& part, WordRun& run)
    : theirs_(theirs), path_(path), part_(part), run_(run), relations_(theirs, run.edits) {
  run.target->definitions.begin(theirs, path);
}

std::string DocumentMerge::body() {
  pugi::xml_document tree;
  load(tree, theirs_.part(k_document));
  const auto root = tree.document_element();
  const NamespaceScope theirs(root);
  const auto ours = run_.target->scope(part_);
  const Way way{k_document, part_, theirs, ours};
  take_names(root);
  std::string out;
  for (const auto node : root.child("w:body").children()) {
    if (node.type() == pugi::node_element && !is_named(node, "w:sectPr")) out += block(node, way);
  }
  return out;
}

std::string DocumentMerge::block(pugi::xml_node node, const Way& way) {
  std::string out;
  if (!mend_one(node, way)) return out;
  mend(node, way);
  adopt(node, way.theirs, way.ours);
  append_xml(out, node);
  return out;
}

/// Bookmarks that are called as one of ours get another name.
void DocumentMerge::take_names(pugi::xml_node node) {
  for (const auto child : node.children()) {
    if (is_named(child, "w:bookmarkStart")) {
      const std::string name = child.attribute("w:name").value();
      auto made = name;
      while (!run_.target->names.insert(made).second) {
        made = run_.ids.fresh(IdSlot::Kind::bookmark_name, name);
      }
      names_.emplace(name, std::move(made));
    }
    take_names(child);
  }
}

std::string DocumentMerge::bookmark_name(const std::string& name) {
  const auto known = names_.find(name);
  return known == names_.end() ? name : known->second;
}

std::string DocumentMerge::renamed(IdSlot::Kind kind, const std::string& id) {
  auto& made = ids_[{kind, id}];
  if (made.empty()) made = run_.ids.fresh(kind, id);
  return made;
}

void DocumentMerge::mend(pugi::xml_node node, const Way& way) {
  for (auto child = node.first_child(); child;) {
    const auto next = child.next_sibling();
    if (child.type() == pugi::node_element && mend_one(child, way)) mend(child, way);
    child = next;
  }
}

bool DocumentMerge::mend_one(pugi::xml_node node, const Way& way) {
  mend_attributes(node, way);
  if (!mend_definition(node)) return false;
  if (is_named(node, "w:p")) {
    number(node);
    end_section(node);
  }
  if (is_named(node, "w:instrText")) mend_words(node);
  if (is_named(node, "w:dataBinding")) {
    const std::string_view store = node.attribute("w:storeItemID").value();
    if (store == k_form_store) return true;
    node.parent().remove_child(node);
    return false;
  }
  return mend_mark(node, way);
}

/// Styles and lists.
bool DocumentMerge::mend_definition(pugi::xml_node node) {
  auto& definitions = run_.target->definitions;
  const std::string value = node.attribute("w:val").value();
  const auto name = name_of(node);
  if (name == "w:numId") {
    set(node, "w:val", definitions.list(value));
  } else if (name == "w:pStyle" || name == "w:rStyle" || name == "w:tblStyle") {
    const auto style = definitions.style(value);
    set(node, "w:val", style);
    if (!style.empty()) return true;
    node.parent().remove_child(node);
    return false;
  }
  return true;
}

/// Ids of all kinds, and what refers to them.
bool DocumentMerge::mend_mark(pugi::xml_node node, const Way& way) {
  const auto name = name_of(node);
  const auto renumber = [&](IdSlot::Kind kind, const char* attribute) {
    set(node, attribute, renamed(kind, node.attribute(attribute).value()));
    return true;
  };
  if (name == "wp:docPr") set(node, "id", run_.ids.fresh(IdSlot::Kind::drawing, {}));
  if (name == "w:bookmarkStart" || name == "w:bookmarkEnd") {
    return renumber(IdSlot::Kind::bookmark, "w:id");
  }
  if (name == "w:id" && is_named(node.parent(), "w:sdtPr")) {
    set(node, "w:val", run_.ids.fresh(IdSlot::Kind::control, {}));
  }
  if (is_shape(node) && node.attribute("id")) renumber(IdSlot::Kind::shape, "id");
  if (name == "o:OLEObject") renumber(IdSlot::Kind::shape, "ShapeID");
  const bool is_range = name == "w:commentRangeStart" || name == "w:commentRangeEnd";
  if (is_range) return refer(node, k_comments, way);
  for (std::size_t kind = 0; kind < k_note_forms.size(); ++kind) {
    if (name == k_note_forms[kind].reference) return refer(node, kind, way);
  }
  return true;
}

void DocumentMerge::mend_attributes(pugi::xml_node node, const Way& way) {
  for (auto attribute = node.first_attribute(); attribute;) {
    const auto next = attribute.next_attribute();
    const std::string_view name = attribute.name();
    if (name == "w14:paraId" || name == "w14:textId") {
      node.remove_attribute(attribute);
    } else if (name.starts_with("r:")) {
      attribute.set_value(relations_.map(way.from, attribute.value(), way.to).c_str());
    } else if (name == "w:instr") {
      mend_instruction(attribute);
    } else if (name == "w:anchor" || (name == "w:name" && is_named(node, "w:bookmarkStart"))) {
      attribute.set_value(bookmark_name(attribute.value()).c_str());
    }
    attribute = next;
  }
}

void DocumentMerge::mend_instruction(pugi::xml_attribute attribute) {
  std::string text = attribute.value();
  const auto place = bookmark_in(text);
  if (!place) return;
  const auto name = bookmark_name(text.substr(place->first, place->second));
  attribute.set_value(text.replace(place->first, place->second, name).c_str());
}

void DocumentMerge::mend_words(pugi::xml_node instruction) {
  std::string text = instruction.text().get();
  const auto place = bookmark_in(text);
  if (!place) return;
  const auto name = bookmark_name(text.substr(place->first, place->second));
  instruction.text().set(text.replace(place->first, place->second, name).c_str());
}

/// A list that comes with a style begins anew here, although the style is the one of ours.
void DocumentMerge::number(pugi::xml_node paragraph) {
  constexpr std::array<std::string_view, 6> k_before{
      "w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:framePr", "w:widowControl"};
  auto properties = paragraph.child("w:pPr");
  const std::string style = properties.child("w:pStyle").attribute("w:val").value();
  if (style.empty() || properties.child("w:numPr")) return;
  const auto found = run_.target->definitions.list_of_style(style);
  if (!found) return;
  auto place = properties.first_child();
  while (std::find(k_before.begin(), k_before.end(), name_of(place)) != k_before.end()) {
    place = place.next_sibling();
  }
  auto numbering =
      place ? properties.insert_child_before("w:numPr", place) : properties.append_child("w:numPr");
  numbering.append_child("w:ilvl").append_attribute("w:val").set_value(found->level.c_str());
  numbering.append_child("w:numId").append_attribute("w:val").set_value(found->list.c_str());
}

/// The page setup is that of the document around; a section on a new page begins a new page.
void DocumentMerge::end_section(pugi::xml_node paragraph) {
  auto properties = paragraph.child("w:pPr");
  const auto section = properties.child("w:sectPr");
  if (!section) return;
  const std::string_view type = section.child("w:type").attribute("w:val").value();
  if (type != "continuous") {
    paragraph.append_child("w:r").append_child("w:br").append_attribute("w:type").set_value("page");
  }
  properties.remove_child(section);
}

DocumentMerge::Notes& DocumentMerge::notes(std::size_t kind) {
  auto& found = notes_.at(kind);
  if (found) return *found;
  found.emplace();
  const auto& form = k_note_forms.at(kind);
  if (!theirs_.has(form.part)) return *found;
  load(found->tree, theirs_.part(form.part));
  found->theirs.emplace(found->tree.document_element());
  found->ours.emplace(run_.target->notes_scope(kind, run_.edits));
  return *found;
}

std::string DocumentMerge::note_id(std::size_t kind, const std::string& id) {
  auto& all = notes(kind);
  const auto known = all.ids.find(id);
  if (known != all.ids.end()) return known->second;
  const auto& form = k_note_forms.at(kind);
  auto note = all.tree.document_element().find_child_by_attribute(form.element, "w:id", id.c_str());
  if (!note) return {};
  constexpr std::array k_kinds{IdSlot::Kind::footnote, IdSlot::Kind::endnote,
                               IdSlot::Kind::comment};
  const auto made = run_.ids.fresh(k_kinds.at(kind), {});
  all.ids.emplace(id, made);
  set(note, "w:id", made);
  const Way way{form.part, form.part, *all.theirs, *all.ours};
  run_.notes.at(kind) += block(note, way);
  return made;
}

/// Notes hang on the body: what is included into another part leaves its notes behind.
bool DocumentMerge::refer(pugi::xml_node reference, std::size_t kind, const Way& way) {
  const auto id =
      way.to == k_document ? note_id(kind, reference.attribute("w:id").value()) : std::string();
  set(reference, "w:id", id);
  if (!id.empty()) return true;
  reference.parent().remove_child(reference);
  return false;
}

}  // namespace quyche
