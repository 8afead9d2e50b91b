#include "model/word/word_paragraphs.hpp"

#include <map>
#include <utility>

#include "model/word/bookmarks.hpp"
#include "model/word/control_reader.hpp"
#include "model/word/xml_names.hpp"

namespace quyche::word {
namespace {

/// The branch of mc:AlternateContent that today's Word shows.
pugi::xml_node chosen(pugi::xml_node alternatives) {
  const auto choice = child(alternatives, "Choice");
  return choice ? choice : child(alternatives, "Fallback");
}

bool is_transparent(std::string_view name) {
  return name == "ins" || name == "moveTo" || name == "hyperlink" || name == "smartTag" ||
         name == "customXml" || name == "dir" || name == "bdo" || name == "fldSimple" ||
         name == "sdtContent" || name == "Choice" || name == "Fallback" || name == "rubyBase" ||
         name == "ruby";
}

using Notes = std::map<std::string, pugi::xml_node, std::less<>>;

Notes notes_by_id(pugi::xml_node root) {
  Notes notes;
  for (const auto note : root.children()) {
    if (!attribute(note, "type").empty() && attribute(note, "type") != "normal") continue;
    notes.emplace(attribute(note, "id"), note);
  }
  return notes;
}

class BlockReader {
 public:
  BlockReader(const WordText& text, const WordStyles& styles, NumberingLabels labels)
      : footnotes_(notes_by_id(text.footnotes)),
        endnotes_(notes_by_id(text.endnotes)),
        styles_(styles),
        labels_(std::move(labels)),
        bookmarks_(text.document) {}

  void read_children(pugi::xml_node parent, std::vector<Block>& blocks) {
    for (const auto node : parent.children()) {
      const auto name = element(node);
      if (name == "p") {
        add_paragraph(node, blocks);
      } else if (name == "tbl") {
        add_table(node, blocks);
      } else if (name == "sdt") {
        add_control_block(node, blocks);
      } else if (name == "AlternateContent") {
        read_children(chosen(node), blocks);
      } else if (is_transparent(name)) {
        read_children(node, blocks);
      } else {
        note_bookmark(node);
      }
    }
  }

  /// A paragraph whose mark was deleted at the very end of a story.
  void finish(std::vector<Block>& blocks) {
    if (joined_) blocks.emplace_back(std::move(*joined_));
    joined_.reset();
  }
  void finish_document(std::vector<Block>& blocks) {
    finish(blocks);
    for (auto& aside : asides_) blocks.push_back(std::move(aside));
    asides_.clear();
  }

 private:
  void note_bookmark(pugi::xml_node node) {
    const auto name = element(node);
    if (name == "bookmarkStart") bookmarks_.start(attribute(node, "id"), attribute(node, "name"));
    if (name == "bookmarkEnd") bookmarks_.end(attribute(node, "id"));
  }

  void add_paragraph(pugi::xml_node node, std::vector<Block>& blocks) {
    // What hangs on the first half of a joined paragraph comes after the whole.
    auto asides = joined_ ? std::vector<Block>() : std::exchange(asides_, {});
    Paragraph paragraph = joined_ ? std::move(*joined_) : Paragraph{};
    joined_.reset();
    ++count_;
    if (paragraph.number == 0) paragraph.number = count_;
    const auto properties = child(node, "pPr");
    const bool ends = !child(child(properties, "rPr"), "del");
    base_ = read_own_properties(properties, paragraph, ends);
    read_inline(node, paragraph);
    if (!ends) {
      joined_ = std::move(paragraph);
    } else {
      blocks.emplace_back(std::move(paragraph));
      for (auto& aside : asides_) blocks.emplace_back(std::move(aside));
      asides_.clear();
    }
    asides.insert(asides.end(), asides_.begin(), asides_.end());
    asides_ = std::move(asides);
  }

  /// Returns the formatting its runs begin with. A paragraph whose mark is deleted takes number and
  /// style of the one it is joined to.
  Style read_own_properties(pugi::xml_node properties, Paragraph& paragraph, bool ends) {
    const std::string own_id(attribute(child(properties, "pStyle"), "val"));
    Style style = styles_.of(own_id);
    const auto style_id = own_id.empty() ? style.id : own_id;
    const bool has_own_list = static_cast<bool>(child(properties, "numPr"));
    if (has_own_list) style.level.reset();
    read_paragraph_properties(properties, style);
    if (!ends) return style;
    paragraph.style = style_id;
    paragraph.style_name = style.name;
    paragraph.centered = style.centered.value_or(false);
    if (style.number_id.value_or(0) > 0) {
      paragraph.label = labels_.next(*style.number_id, style.level, style_id);
    }
    return style;
  }

  void read_inline(pugi::xml_node parent, Paragraph& paragraph) {
    for (const auto node : parent.children()) {
      const auto name = element(node);
      if (name == "r") {
        read_run(node, paragraph);
      } else if (name == "sdt") {
        read_control_inline(node, paragraph);
      } else if (name == "AlternateContent") {
        read_inline(chosen(node), paragraph);
      } else if (is_transparent(name)) {
        read_inline(node, paragraph);
      } else if (name == "oMath" || name == "oMathPara") {
        read_formula(node, paragraph);
      } else {
        note_bookmark(node);
      }
    }
  }

  void read_formula(pugi::xml_node formula, Paragraph& paragraph) {
    for (const auto node : formula.children()) {
      if (element(node) == "t") append(paragraph, node.child_value(), false);
      read_formula(node, paragraph);
    }
  }

  void read_run(pugi::xml_node run, Paragraph& paragraph) {
    const auto properties = child(run, "rPr");
    Style style = base_;
    if (const auto id = child(properties, "rStyle")) {
      const auto& own = styles_.of(attribute(id, "val"));
      if (own.bold) style.bold = own.bold;
      if (own.caps) style.caps = own.caps;
    }
    read_run_properties(properties, style);
    if (style.caps.value_or(false)) paragraph.caps = true;
    read_run_content(run, paragraph, style.bold.value_or(false));
  }

  void read_run_content(pugi::xml_node run, Paragraph& paragraph, bool bold) {
    static const std::map<std::string_view, const char*> signs{
        {"tab", "\t"}, {"ptab", "\t"}, {"br", "\n"}, {"cr", "\n"}, {"noBreakHyphen", "-"}};
    for (const auto node : run.children()) {
      const auto name = element(node);
      if (name == "t") {
        for (const auto text : node.children()) append(paragraph, text.value(), bold);
      } else if (const auto sign = signs.find(name); sign != signs.end()) {
        append(paragraph, sign->second, bold);
      } else if (name == "fldChar") {
        read_form_field(node, paragraph);
      } else if (name == "footnoteReference") {
        read_note(footnotes_, attribute(node, "id"));
      } else if (name == "endnoteReference") {
        read_note(endnotes_, attribute(node, "id"));
      } else if (name == "AlternateContent") {
        read_run_content(chosen(node), paragraph, bold);
      } else if (name == "ruby") {
        read_inline(child(node, "rubyBase"), paragraph);
      } else if (name == "drawing" || name == "pict" || name == "object") {
        read_text_boxes(node);
      }
    }
  }

  /// A form field of old Word shows only spaces while it is empty: they are a blank.
  void read_form_field(pugi::xml_node mark, Paragraph& paragraph) {
    const auto type = attribute(mark, "fldCharType");
    if (type == "begin") form_field_ = static_cast<bool>(child(mark, "ffData"));
    if (type == "separate" && form_field_) paragraph.pieces.push_back({});
    if (type != "end" || !std::exchange(form_field_, false) || paragraph.pieces.empty()) return;
    auto& shown = paragraph.pieces.back();
    const bool is_blank = !shown.control && shown.text.find_first_not_of(" \xE2\x80\x82\xC2\xA0") ==
                                                std::string::npos;
    if (is_blank) shown.text = k_dots;
  }

  void read_note(Notes& notes, std::string_view id) {
    const auto note = notes.find(id);
    if (note == notes.end()) return;
    const auto node = note->second;
    notes.erase(note);  // each note is read once, whatever refers to it
    read_aside(node);
  }

  void read_text_boxes(pugi::xml_node parent) {
    for (const auto node : parent.children()) {
      if (element(node) == "txbxContent") {
        read_aside(node);
      } else {
        read_text_boxes(element(node) == "AlternateContent" ? chosen(node) : node);
      }
    }
  }

  void read_aside(pugi::xml_node story) {
    const auto outer = std::exchange(base_, {});
    auto joined = std::exchange(joined_, std::nullopt);
    std::vector<Block> blocks;
    read_children(story, blocks);
    finish(blocks);
    joined_ = std::move(joined);
    base_ = outer;
    for (auto& block : blocks) {
      if (auto* paragraph = std::get_if<Paragraph>(&block)) paragraph->is_note = true;
      asides_.push_back(std::move(block));
    }
  }

  void read_control_inline(pugi::xml_node node, Paragraph& paragraph) {
    const auto content = child(node, "sdtContent");
    if (is_wrapping(node)) return read_inline(content, paragraph);
    bookmarks_.enter_control();
    Paragraph inner;
    read_inline(content, inner);
    note_place(paragraph);
    paragraph.caps = paragraph.caps || inner.caps;
    auto control = read_control(child(node, "sdtPr"), bookmarks_.field_of_control());
    add_control(std::move(control), inner, paragraph);
  }

  /// A control without any key or title is text, unless it is empty.
  static void add_control(Control control, const Paragraph& inner, Paragraph& paragraph) {
    // LibreOffice 7.4 writes a control that fills a paragraph twice.
    const auto* before = paragraph.pieces.empty() ? nullptr : &paragraph.pieces.back();
    const bool is_again = before != nullptr && before->control && !control.name.empty() &&
                          before->control->name == control.name;
    if (is_again) return;
    bool bold = !inner.pieces.empty();
    for (const auto& piece : inner.pieces) {
      control.shown += piece.text;
      bold = bold && piece.bold;
    }
    if (control.name.empty() && control.label.empty() && !control.is_empty) {
      paragraph.pieces.insert(paragraph.pieces.end(), inner.pieces.begin(), inner.pieces.end());
      return;
    }
    paragraph.pieces.push_back({{}, bold, std::move(control)});
  }

  /// Word puts a control that fills a paragraph around the paragraph.
  void add_control_block(pugi::xml_node node, std::vector<Block>& blocks) {
    const auto content = child(node, "sdtContent");
    int paragraphs = 0;
    for (const auto inner : content.children()) paragraphs += element(inner) == "p" ? 1 : 0;
    const std::size_t before = blocks.size();
    if (is_wrapping(node) || paragraphs != 1) return read_children(content, blocks);
    bookmarks_.enter_control();
    read_children(content, blocks);
    if (blocks.size() <= before) return;
    auto* paragraph = std::get_if<Paragraph>(&blocks[before]);
    if (paragraph == nullptr) return;
    const Paragraph inner = *paragraph;
    paragraph->pieces.clear();
    auto control = read_control(child(node, "sdtPr"), bookmarks_.field_of_control());
    add_control(std::move(control), inner, *paragraph);
  }

  void add_table(pugi::xml_node node, std::vector<Block>& blocks) {
    Table table;
    table.number = count_ + 1;
    read_rows(node, table);
    if (!table.rows.empty()) blocks.emplace_back(std::move(table));
  }

  void read_rows(pugi::xml_node parent, Table& table) {
    for (const auto node : parent.children()) {
      const auto name = element(node);
      if (name == "tr") {
        if (child(child(node, "trPr"), "del")) continue;
        table.rows.emplace_back();
        read_cells(node, table.rows.back());
      } else if (name == "sdt") {
        read_rows(child(node, "sdtContent"), table);
      } else if (is_transparent(name)) {
        read_rows(node, table);
      } else {
        note_bookmark(node);
      }
    }
  }

  void read_cells(pugi::xml_node parent, std::vector<TableCell>& row) {
    for (const auto node : parent.children()) {
      const auto name = element(node);
      if (name == "tc") {
        row.push_back(read_cell(node));
        // A cell over several columns keeps the columns after it in their place.
        const int columns =
            bounded(attribute(child(child(node, "tcPr"), "gridSpan"), "val"), 1, 63);
        for (int more = 1; more < columns; ++more) row.emplace_back();
      } else if (name == "sdt") {
        read_cells(child(node, "sdtContent"), row);
      } else if (is_transparent(name)) {
        read_cells(node, row);
      } else {
        note_bookmark(node);
      }
    }
  }

  TableCell read_cell(pugi::xml_node node) {
    std::vector<Block> blocks;
    read_children(node, blocks);
    finish(blocks);
    TableCell cell;
    for (auto& block : blocks) flatten(block, cell);
    return cell;
  }

  /// A table inside a cell: its paragraphs, row by row.
  static void flatten(Block& block, TableCell& cell) {
    if (auto* paragraph = std::get_if<Paragraph>(&block)) {
      cell.paragraphs.push_back(std::move(*paragraph));
      return;
    }
    for (auto& row : std::get<Table>(block).rows) {
      for (auto& inner : row) {
        for (auto& paragraph : inner.paragraphs) cell.paragraphs.push_back(std::move(paragraph));
      }
    }
  }

  void append(Paragraph& paragraph, std::string_view text, bool bold) {
    if (text.empty()) return;
    note_place(paragraph);
    const bool fits =
        !paragraph.pieces.empty() && !paragraph.pieces.back().control &&
        (paragraph.pieces.back().bold == bold || paragraph.pieces.back().text.empty());
    if (!fits) paragraph.pieces.push_back({});
    paragraph.pieces.back().bold = bold;
    paragraph.pieces.back().text += text;
  }

  /// Bookmarks count where text stands in them.
  void note_place(Paragraph& paragraph) {
    for (auto& id : bookmarks_.take_new_provisions()) {
      paragraph.provision_ids.push_back(std::move(id));
    }
    if (paragraph.inside.empty()) paragraph.inside = bookmarks_.open_provisions();
    if (!paragraph.when) paragraph.when = bookmarks_.condition();
  }

  static constexpr const char* k_dots = "........";

  Notes footnotes_;
  Notes endnotes_;
  const WordStyles& styles_;
  NumberingLabels labels_;
  Bookmarks bookmarks_;
  Style base_;
  std::optional<Paragraph> joined_;
  std::vector<Block> asides_;
  bool form_field_ = false;
  int count_ = 0;
};

}  // namespace

std::vector<Block> read_blocks(const WordText& text, const WordStyles& styles,
                               NumberingLabels labels) {
  std::vector<Block> blocks;
  BlockReader reader(text, styles, std::move(labels));
  reader.read_children(child(text.document, "body"), blocks);
  reader.finish_document(blocks);
  return blocks;
}

}  // namespace quyche::word
