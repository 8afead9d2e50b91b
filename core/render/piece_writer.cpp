#include "render/piece_writer.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/xml.hpp"
#include "render/cell_tags.hpp"
#include "render/field_instruction.hpp"
#include "render/list_restart.hpp"
#include "render/word_names.hpp"
#include "render/word_spot.hpp"

namespace quyche {
namespace {

using Guard = WordPiece::Guard;
using Use = WordPiece::Use;

/// Rows and cells may stand in controls.
bool has_marker_child(pugi::xml_node node) {
  return std::any_of(node.begin(), node.end(), [](pugi::xml_node child) {
    return is_marker(child) || is_named(child, k_merge_start) ||
           (is_named(child, "w:sdt") && has_marker_child(child.child("w:sdtContent")));
  });
}

/// Whether a row of the table may have more or fewer cells than were typed.
bool has_open_row(pugi::xml_node table) {
  return std::any_of(table.begin(), table.end(), [](pugi::xml_node row) {
    const auto is_open = [](pugi::xml_node cell) {
      return is_marker(cell) || has_marker_child(cell.child("w:tcPr"));
    };
    return is_named(row, "w:tr") && std::any_of(row.begin(), row.end(), is_open);
  });
}

bool ends_in_paragraph(pugi::xml_node node) {
  constexpr std::array<std::string_view, 7> k_holders{
      "w:tc", "w:hdr", "w:ftr", "w:footnote", "w:endnote", "w:comment", "w:txbxContent"};
  return std::find(k_holders.begin(), k_holders.end(), name_of(node)) != k_holders.end();
}

Use use_of(const WordTag& tag) {
  if (tag.before.empty()) return Use::content;
  if (tag.is_picture) return Use::picture;
  if (tag.cell == WordTag::Cell::fill) return Use::fill;
  if (tag.cell != WordTag::Cell::vertical) return Use::attribute;
  return tag.text.starts_with("'restart'") ? Use::merge : Use::merge_key;
}

struct IdAttribute {
  std::string_view element;
  std::string_view attribute;
  IdSlot::Kind kind;
  bool defines;
};
constexpr std::array<IdAttribute, 17> k_ids{
    {{"wp:docPr", "id", IdSlot::Kind::drawing, true},
     {"w:bookmarkStart", "w:id", IdSlot::Kind::bookmark, true},
     {"w:bookmarkEnd", "w:id", IdSlot::Kind::bookmark, false},
     {"w:bookmarkStart", "w:name", IdSlot::Kind::bookmark_name, true},
     {"w:hyperlink", "w:anchor", IdSlot::Kind::bookmark_name, false},
     {"w:numId", "w:val", IdSlot::Kind::number_list, false},
     {"v:shape", "id", IdSlot::Kind::shape, true},
     {"v:rect", "id", IdSlot::Kind::shape, true},
     {"w:id", "w:val", IdSlot::Kind::control, true},
     // A note is written before the reference to it; a comment behind the start of its range.
     {"w:footnote", "w:id", IdSlot::Kind::footnote, true},
     {"w:footnoteReference", "w:id", IdSlot::Kind::footnote, false},
     {"w:endnote", "w:id", IdSlot::Kind::endnote, true},
     {"w:endnoteReference", "w:id", IdSlot::Kind::endnote, false},
     {"w:commentRangeStart", "w:id", IdSlot::Kind::comment, true},
     {"w:commentRangeEnd", "w:id", IdSlot::Kind::comment, false},
     {"w:comment", "w:id", IdSlot::Kind::comment, true},
     {"w:commentReference", "w:id", IdSlot::Kind::comment, false}}};

const IdAttribute* id_attribute(std::string_view element, std::string_view attribute) {
  const auto found = std::find_if(k_ids.begin(), k_ids.end(), [&](const IdAttribute& id) {
    return id.element == element && id.attribute == attribute;
  });
  return found == k_ids.end() ? nullptr : found;
}

}  // namespace

PieceWriter::PieceWriter(const TagTree& tree, const PartTags& tags, PartProgram& program)
    : tree_(tree), tags_(tags), program_(program) {
  program_.spots.emplace_back();
  // A piece for each tag and one between two.
  const auto count = 2 * (tags.tags.size() + tags.plain.tags.size()) + 1;
  pieces_.reserve(count);
  program_.pieces.reserve(count);
  origins_.reserve(count);
  markup().reserve(tags.source.size());
}

void PieceWriter::write(pugi::xml_node root) {
  markup() = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  literal_.has_markup = true;
  node(root);
  flush(0);
}

void PieceWriter::node(pugi::xml_node node) {
  if (node.type() == pugi::node_element) return is_marker(node) ? tag(node) : marked(node);
  if (is_named(node.parent(), "w:instrText") && node.type() == pugi::node_pcdata) {
    literal_.has_markup = true;
    return instruction(node.value(), false);
  }
  const bool is_words = node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
  if (is_words) words_ += node.value();
  literal_.has_markup = literal_.has_markup || !is_words;
  append_xml(markup(), node);
}

void PieceWriter::marked(pugi::xml_node node) {
  if (*node.name() != *k_marker) return element(node);
  if (is_named(node, k_merge_start)) return guard(Guard::merge_start);
  if (is_named(node, k_merge_end)) return guard(Guard::merge_end);
  if (is_named(node, k_restart)) return restart(node);
  if (is_named(node, k_note)) return note(node);
  if (is_named(node, k_mark)) return stretch(node);
  element(node);
}

void PieceWriter::element(pugi::xml_node element) {
  if (is_named(element, "w:tbl")) return table(element);
  const bool is_row = is_named(element, "w:tr");
  const bool may_open = is_row || ends_in_paragraph(element);
  const bool is_open = may_open && has_marker_child(element);
  if (is_row && is_open) guard(Guard::row_start);
  open_tag(element);
  for (const auto child : element.children()) node(child);
  if (is_open && !is_row) guard(Guard::cell_end);
  close_tag(element);
  if (is_row && is_open) guard(Guard::row_end);
}

void PieceWriter::table(pugi::xml_node element) {
  const bool has_columns = has_open_row(element);
  const bool is_open = has_columns || has_marker_child(element);
  if (is_open) guard(Guard::table_start);
  open_tag(element);
  for (const auto child : element.children()) node(child);
  close_tag(element);
  if (!is_open) return;
  guard(Guard::table_end);
  program_.pieces.back().has_columns = has_columns;
}

void PieceWriter::close_tag(pugi::xml_node element) {
  if (!element.first_child()) return;
  markup().append("</").append(element.name()).append(">");
  literal_.has_markup = true;
}

void PieceWriter::open_tag(pugi::xml_node element) {
  markup().append("<").append(element.name());
  for (const auto one : element.attributes()) attribute(element, one);
  markup() += element.first_child() ? ">" : "/>";
  literal_.has_markup = true;
}

void PieceWriter::attribute(pugi::xml_node element, pugi::xml_attribute attribute) {
  const std::string_view name = attribute.name();
  // Ids that nothing refers to are best left out of what comes several times.
  if (loops_ > 0 && (name == "w14:paraId" || name == "w14:textId")) return;
  markup().append(" ").append(name).append("=\"");
  const auto* id = loops_ > 0 ? id_attribute(name_of(element), name) : nullptr;
  const bool is_id =
      id != nullptr && (id->kind != IdSlot::Kind::control || is_named(element.parent(), "w:sdtPr"));
  if (is_id) {
    const bool is_begun_comment = id->kind == IdSlot::Kind::comment &&
                                  is_named(element, "w:comment") &&
                                  begun_comments_.contains(attribute.value());
    add_id(id->kind, id->defines && !is_begun_comment, attribute.value());
    if (is_named(element, "w:commentRangeStart")) begun_comments_.insert(attribute.value());
  } else if (name == "w:instr") {
    instruction(attribute.value(), true);
  } else {
    append_escaped(markup(), attribute.value(), true);
  }
  markup() += '"';
}

void PieceWriter::add_id(IdSlot::Kind kind, bool defines, std::string value) {
  const auto offset = static_cast<std::uint32_t>(markup().size()) - literal_.begin;
  program_.ids.push_back({kind, defines, offset, std::move(value)});
  ++literal_.id_count;
}

/// The instruction of a field that refers to a bookmark, which may have other names.
void PieceWriter::instruction(std::string_view text, bool in_attribute) {
  const auto name = loops_ > 0 ? bookmark_in(text) : std::nullopt;
  if (!name) return append_escaped(markup(), text, in_attribute);
  append_escaped(markup(), text.substr(0, name->first), in_attribute);
  add_id(IdSlot::Kind::bookmark_name, false, std::string(text.substr(name->first, name->second)));
  append_escaped(markup(), text.substr(name->first + name->second), in_attribute);
}

/// Stands before the reference to it, among runs or in one; what is open there stays open.
void PieceWriter::note(pugi::xml_node node) {
  const auto spot = literal_.spot;
  const bool is_behind_tag = markup().size() == literal_.begin;
  guard(Guard::note_start);
  auto& start = program_.pieces.back();
  if (is_behind_tag) start.spot = spot;
  start.note = static_cast<std::uint8_t>(node.attribute("n").as_uint());
  for (const auto child : node.children()) this->node(child);
  guard(Guard::note_end);
}

std::uint32_t PieceWriter::spot_of(pugi::xml_node marker) {
  const auto number = TagTree::tag_of(marker);
  if (!tags_.tags[number].before.empty()) return 0;
  const auto* kept = tree_.kept_spot(number);
  const auto home = marker.parent().hash_value();
  if (kept == nullptr) {
    const auto known = spots_.find(home);
    if (known != spots_.end()) return known->second;
  }
  auto spot = kept == nullptr ? spot_around(marker) : *kept;
  if (kept != nullptr) spot.level = spot_around(marker).level;
  if (tags_.is_plain) {
    spot = {};
    spot.level = WordLevel::text;
    spot.can_leave = false;
    spot.line_break = "\n";
    spot.tab = "\t";
  }
  const auto index = static_cast<std::uint32_t>(program_.spots.size());
  program_.spots.push_back(std::move(spot));
  if (kept == nullptr) spots_.emplace(home, index);
  return index;
}

void PieceWriter::tag(pugi::xml_node marker) {
  const auto number = TagTree::tag_of(marker);
  const auto& tag = tags_.tags[number];
  const auto spot = spot_of(marker);
  markup() += tag.before;
  literal_.has_markup = literal_.has_markup || !tag.before.empty();
  flush(spot);
  last_tag_ = static_cast<std::uint32_t>(number);
  note_block(tag);
  const bool is_print = tag.kind == WordTag::Kind::print;
  WordPiece piece;
  piece.spot = piece.end_spot = spot;
  piece.use = use_of(tag);
  add(piece, is_print ? TemplatePiece::Kind::print : TemplatePiece::Kind::statement, tag.text);
  begin_literal(spot);
  markup() += tag.after;
  literal_.has_markup = !tag.after.empty();
}

void PieceWriter::note_block(const WordTag& tag) {
  const auto keeps = [](std::string_view word) { return word == "set" || word == "filter"; };
  if (tag.role == WordTag::Role::open) {
    if (tag.is_loop) ++loops_;
    if (keeps(tag.keyword)) ++captures_;
  }
  if (tag.role != WordTag::Role::close) return;
  const auto kind = std::string_view(tag.keyword).substr(3);
  if (loops_ > 0 && (kind == "for" || kind == "macro" || kind == "call")) --loops_;
  if (captures_ > 0 && keeps(kind)) --captures_;
}

/// Paragraphs that never were a tree: their markup as it was typed.
void PieceWriter::stretch(pugi::xml_node mark) {
  needs_tree_ = needs_tree_ || loops_ > 0 || captures_ > 0;
  const auto& stretch = tags_.plain.stretches[mark.attribute("n").as_uint()];
  const std::string_view source = tags_.source;
  std::size_t from = stretch.begin;
  const auto copy_to = [&](std::size_t end) {
    markup().append(source.substr(from, end - from));
    from = end;
  };
  for (auto i = stretch.first_tag; i < stretch.first_tag + stretch.tag_count; ++i) {
    const auto& tag = tags_.plain.tags[i];
    if (tag.space_at > 0) {
      copy_to(tag.space_at);
      markup() += " xml:space=\"preserve\"";
    }
    copy_to(tag.begin);
    literal_.has_markup = literal_.has_markup || tag.has_markup;
    plain_tag(i);
    from = tag.end;
  }
  copy_to(stretch.end);
  literal_.has_markup = true;
}

void PieceWriter::plain_tag(std::uint32_t number) {
  const auto& tag = tags_.plain.tags[number];
  const auto spot = plain_spot(tag.look);
  flush(spot);
  last_tag_ = number | k_plain_origin;
  WordPiece piece;
  piece.spot = piece.end_spot = spot;
  add(piece, TemplatePiece::Kind::print,
      std::string_view(tags_.source).substr(tag.begin + 2, tag.end - tag.begin - 4));
  begin_literal(spot);
}

std::uint32_t PieceWriter::plain_spot(std::uint32_t look) {
  if (plain_spots_.size() <= look) plain_spots_.resize(tags_.plain.looks.size());
  auto& spot = plain_spots_[look];
  if (spot > 0) return spot;
  pugi::xml_document tree;
  tree.load_string(tags_.plain.looks[look].c_str(), pugi::parse_default | pugi::parse_ws_pcdata);
  const auto marker = tree.find_node([](pugi::xml_node node) { return is_marker(node); });
  spot = static_cast<std::uint32_t>(program_.spots.size());
  program_.spots.push_back(spot_around(marker));
  return spot;
}

void PieceWriter::guard(Guard guard) {
  flush(0);
  WordPiece piece;
  piece.guard = guard;
  piece.has_markup = true;
  piece.first_id = literal_.first_id;
  add(piece, TemplatePiece::Kind::literal, {});
}

void PieceWriter::restart(pugi::xml_node node) {
  guard(Guard::restart);
  program_.ids.push_back({IdSlot::Kind::number_list, true, 0, node.attribute("w:val").value()});
  program_.pieces.back().id_count = 1;
  begin_literal(0);
}

void PieceWriter::flush(std::uint32_t end_spot) {
  literal_.size = static_cast<std::uint32_t>(markup().size()) - literal_.begin;
  if (literal_.size > 0) {
    literal_.end_spot = end_spot;
    add(literal_, TemplatePiece::Kind::literal, words_);
  }
  begin_literal(0);
  words_.clear();
}

void PieceWriter::begin_literal(std::uint32_t spot) {
  literal_ = {};
  literal_.first_id = static_cast<std::uint32_t>(program_.ids.size());
  literal_.begin = static_cast<std::uint32_t>(markup().size());
  literal_.spot = spot;
}

void PieceWriter::add(const WordPiece& piece, TemplatePiece::Kind kind, std::string_view text) {
  pieces_.add({kind, text, piece.has_markup});
  program_.pieces.push_back(piece);
  origins_.push_back(last_tag_);
}

}  // namespace quyche
