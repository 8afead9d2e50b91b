#include "check/document_view.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "check/look_alike.hpp"
#include "check/paragraph_encoding.hpp"
#include "model/word/numbering_labels.hpp"
#include "model/word/word_styles.hpp"
#include "model/word/xml_names.hpp"

namespace quyche::check {
namespace {

using word::attribute;
using word::child;
using word::element;

constexpr std::size_t k_usual_paragraphs = 256;
constexpr std::string_view k_placeholder_style = "PlaceholderText";
constexpr std::string_view k_input_field = "FILLIN";  // what LibreOffice makes of a text control

bool is_transparent(std::string_view name) {
  return name == "ins" || name == "moveTo" || name == "hyperlink" || name == "smartTag" ||
         name == "customXml" || name == "dir" || name == "bdo" || name == "fldSimple" ||
         name == "sdtContent" || name == "Choice";
}

bool is_drawing(std::string_view name) {
  return name == "drawing" || name == "pict" || name == "object" || name == "AlternateContent";
}

std::string readable(std::string_view raw) {
  auto text = with_right_letters(normalise(raw));
  if (text.find_first_of("\xC2\xE2\xEF") == std::string::npos) return text;
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto rest = std::string_view(text).substr(at);
    if (rest.starts_with("\xC2\xA0")) {
      out += ' ';
      at += 2;
    } else if (rest.starts_with("\xC2\xAD")) {  // a soft hyphen
      at += 2;
    } else if (rest.starts_with("\xE2\x80\x8B") || rest.starts_with("\xEF\xBB\xBF")) {
      at += 3;
    } else {
      out += text[at++];
    }
  }
  return out;
}

/// What an item of a run stands for in the text; empty when for nothing.
std::string_view raw_text(std::string_view name, pugi::xml_node item) {
  if (name == "t") return item.child_value();
  if (name == "tab" || name == "ptab") return "\t";
  if (name == "br" || name == "cr") return attribute(item, "type") == "page" ? "" : "\n";
  return name == "noBreakHyphen" ? "-" : "";
}

// A paragraph whose end is struck out is one with the next; it has no number of its own.
bool has_deleted_end(pugi::xml_node properties) {
  const auto mark = child(properties, "rPr");
  return child(mark, "del") || child(mark, "moveFrom");
}

class ViewBuilder {
 public:
  ViewBuilder(DocumentPackage& package, DocumentView& view)
      : view_(view),
        labels_(package.tree(package.related("numbering")),
                word::WordStyles(package.related("numbering").empty()
                                     ? pugi::xml_node()
                                     : package.tree(package.related("styles")))),
        package_(package) {
    view_.paragraphs.reserve(k_usual_paragraphs);
    view_.sections.emplace_back();
    const auto body = child(package.document(), "body");
    read_blocks(body);
    if (const auto last = child(body, "sectPr")) {
      view_.sections.back().properties = last;
    } else {
      view_.sections.pop_back();
    }
  }

 private:
  void read_blocks(pugi::xml_node parent) {
    for (auto node = parent.first_child(); node; node = node.next_sibling()) {
      const auto name = element(node);
      if (name == "p") {
        read_paragraph(node);
      } else if (name == "tbl") {
        read_table(node);
      } else if (name == "sdt") {
        read_control(node, [this](pugi::xml_node content) { read_blocks(content); });
      } else if (is_transparent(name)) {
        read_blocks(node);
      } else if (name == "AlternateContent") {
        read_blocks(child(node, "Choice") ? child(node, "Choice") : child(node, "Fallback"));
      } else {
        note_bookmark(node);
      }
    }
  }

  void read_table(pugi::xml_node table) {
    const bool is_outer = depth_++ == 0;
    if (is_outer) {
      ++tables_;
      row_ = 0;
    }
    read_rows(table, is_outer);
    --depth_;
  }

  void read_rows(pugi::xml_node parent, bool is_outer) {
    for (const auto node : parent.children()) {
      const auto name = element(node);
      if (name == "tr") {
        if (is_outer) {
          ++row_;
          column_ = 0;
        }
        read_rows(node, is_outer);
      } else if (name == "tc") {
        if (is_outer) ++column_;
        read_blocks(node);
      } else if (name == "sdt") {
        read_rows(child(node, "sdtContent"), is_outer);
      } else if (is_transparent(name)) {
        read_rows(node, is_outer);
      } else {
        note_bookmark(node);
      }
    }
  }

  template <typename Read>
  void read_control(pugi::xml_node control, const Read& read) {
    const auto properties = child(control, "sdtPr");
    const auto before = std::exchange(is_placeholder_, is_placeholder_);
    const auto showing = child(properties, "showingPlcHdr");
    if (showing && word::is_on(showing)) {
      is_placeholder_ = true;
      if (is_own_blank_) ++view_.blanks;
    }
    is_own_blank_ = false;
    const auto was_in_control = std::exchange(in_control_, true);
    read(child(control, "sdtContent"));
    in_control_ = was_in_control;
    is_placeholder_ = before;
  }

  void note_bookmark(pugi::xml_node node) {
    const auto name = element(node);
    if (name == "bookmarkStart") {
      const std::string mark(attribute(node, "name"));
      if (mark.starts_with("qc_")) is_own_blank_ = true;
      if (mark.starts_with("qc_") && is_placeholder_) ++view_.blanks;
      if (!mark.starts_with("qv_")) return;
      // LibreOffice begins one anew in every paragraph and ends only the last.
      std::erase_if(wordings_, [&](const auto& open) { return open.second == mark; });
      wordings_[std::string(attribute(node, "id"))] = mark;
    } else if (name == "bookmarkEnd") {
      wordings_.erase(std::string(attribute(node, "id")));
      is_own_blank_ = false;
    }
  }

  // Where a redline left the bookmarks out, a note to the clerk begins a wording of one paragraph.
  void note_wording(ViewParagraph& paragraph) {
    if (!paragraph.wording.empty()) return;
    if (paragraph.is_note && paragraph.text.starts_with('[') && is_own()) {
      wording_of_note_ = "qv_note_" + std::to_string(count_);
      paragraph.wording = wording_of_note_;
    } else if (!paragraph.text.empty()) {
      paragraph.wording = std::exchange(wording_of_note_, {});
    }
  }

  void read_paragraph(pugi::xml_node node) {
    ViewParagraph paragraph;
    if (!in_box_) ++count_;
    paragraph.number = count_;
    paragraph.node = node;
    const auto properties = child(node, "pPr");
    paragraph.format = &view_.sheet.paragraph(properties);
    if (depth_ > 0) {
      paragraph.table = tables_;
      paragraph.row = row_;
      paragraph.column = column_;
    }
    paragraph.is_aside = in_box_;
    if (paragraph.format->number_id.value_or(0) > 0 && !has_deleted_end(properties)) {
      paragraph.label = labels_.next(*paragraph.format->number_id, paragraph.format->level,
                                     paragraph.format->style);
    }
    paragraph.is_note = paragraph.format->is_note;
    std::vector<pugi::xml_node> boxes;
    boxes_ = &boxes;
    field_depth_ = 0;
    field_is_code_ = false;
    field_is_input_ = false;
    // The bookmark of a wording ends inside its last paragraph.
    const auto before = wordings_;
    has_own_letter_ = false;
    is_ascii_ = true;
    is_foldable_ = true;
    read_inline(node, paragraph);
    if (paragraph.is_clean && !is_ascii_ && !has_own_letter_) {
      paragraph.is_clean = false;
      paragraph.raw = paragraph.text;
    }
    if (!paragraph.is_clean) paragraph.legacy = legacy_encoding_of(paragraph);
    if (!is_foldable_) paragraph.folded.clear();
    const auto& around = before.empty() ? wordings_ : before;
    paragraph.wording = around.empty() ? std::string() : around.begin()->second;
    note_wording(paragraph);
    view_.paragraphs.push_back(std::move(paragraph));
    end_section(properties);
    if (in_box_) return;
    in_box_ = true;
    for (const auto box : boxes) read_blocks(box);
    in_box_ = false;
  }

  void end_section(pugi::xml_node properties) {
    const auto section = child(properties, "sectPr");
    if (!section || in_box_) return;
    view_.sections.back().properties = section;
    view_.sections.push_back({{}, view_.paragraphs.size()});
  }

  void read_inline(pugi::xml_node parent, ViewParagraph& paragraph) {
    for (auto node = parent.first_child(); node; node = node.next_sibling()) {
      const auto name = element(node);
      if (name == "r") {
        read_run(node, paragraph);
      } else if (name == "sdt") {
        read_control(node, [&](pugi::xml_node content) { read_inline(content, paragraph); });
      } else if (is_transparent(name)) {
        read_inline(node, paragraph);
      } else {
        note_bookmark(node);
      }
    }
  }

  void read_run(pugi::xml_node run, ViewParagraph& paragraph) {
    const auto& format = view_.sheet.run(paragraph.format->style, child(run, "rPr"));
    if (is_placeholder_) paragraph.has_blank = true;
    for (auto item = run.first_child(); item; item = item.next_sibling()) {
      const auto name = element(item);
      if (name != "t") note_mark(name, item, paragraph);
      if (!field_is_code_ && !format.hidden) add_text(name, item, run, format, paragraph);
    }
  }

  void note_mark(std::string_view name, pugi::xml_node item, ViewParagraph& paragraph) {
    if (name == "fldChar") note_field(attribute(item, "fldCharType"));
    if (name == "instrText" && field_is_code_) {
      field_is_input_ =
          std::string_view(item.child_value()).find(k_input_field) != std::string_view::npos;
    }
    if (!is_drawing(name)) return;
    paragraph.has_drawing = true;
    find_boxes(item);
  }

  void add_text(std::string_view name, pugi::xml_node item, pugi::xml_node run,
                const RunFormat& format, ViewParagraph& paragraph) {
    const auto raw = raw_text(name, item);
    if (raw.empty()) return;
    const auto from = paragraph.text.size();
    const auto letters = fold_letters(raw, paragraph.folded);
    if (paragraph.is_clean && !letters.is_clean) {
      paragraph.is_clean = false;
      paragraph.raw = paragraph.text;  // the same as far as it goes
    }
    if (!paragraph.is_clean) paragraph.raw += raw;
    if (letters.is_clean) {
      paragraph.text += raw;
    } else {
      const auto text = readable(raw);
      const auto folded = lower(text);
      is_foldable_ = is_foldable_ && folded.size() == text.size();
      paragraph.text += text;
      paragraph.folded += folded;
    }
    has_own_letter_ = has_own_letter_ || letters.has_own_letter;
    is_ascii_ = is_ascii_ && letters.is_ascii;
    const bool is_blank = is_placeholder_ || is_named_blank(raw, run);
    if (is_blank && !is_placeholder_) {
      paragraph.has_blank = true;
      ++view_.blanks;
    }
    paragraph.spans.push_back({from, paragraph.text.size(), run, &format, is_blank});
  }

  // "[Tên thôn]" in an own document, where another program no longer says that it is a placeholder.
  [[nodiscard]] bool is_named_blank(std::string_view raw, pugi::xml_node run) {
    if (!raw.starts_with('[') || !raw.ends_with(']')) return false;
    const bool may_be_blank =
        field_is_input_ || in_control_ ||
        attribute(child(child(run, "rPr"), "rStyle"), "val") == k_placeholder_style;
    return may_be_blank && is_own();
  }

  /// quyche writes its properties into every document it makes.
  bool is_own() {
    if (is_own_) return *is_own_;
    const auto properties = package_.tree("docProps/custom.xml").children();
    is_own_ = std::any_of(properties.begin(), properties.end(), [](pugi::xml_node property) {
      return attribute(property, "name").starts_with("quyche.");
    });
    return *is_own_;
  }

  void note_field(std::string_view kind) {
    if (kind == "begin") {
      ++field_depth_;
      field_is_code_ = true;
    } else if (kind == "separate") {
      field_is_code_ = false;
    } else if (kind == "end") {
      field_is_code_ = false;
      field_is_input_ = false;
      if (field_depth_ > 0) --field_depth_;
    }
  }

  // Of a drawing and its older twin only the first counts.
  void find_boxes(pugi::xml_node node) {
    if (element(node) == "txbxContent") {
      boxes_->push_back(node);
      return;
    }
    if (element(node) == "Fallback") return;
    for (const auto inner : node.children()) find_boxes(inner);
  }

  DocumentView& view_;
  word::NumberingLabels labels_;
  std::map<std::string, std::string> wordings_;
  std::vector<pugi::xml_node>* boxes_ = nullptr;
  int count_ = 0;
  int tables_ = 0;
  int row_ = 0;
  int column_ = 0;
  int depth_ = 0;
  int field_depth_ = 0;
  bool field_is_code_ = false;
  bool field_is_input_ = false;
  DocumentPackage& package_;
  std::optional<bool> is_own_;   ///< looked up when it matters first
  std::string wording_of_note_;  ///< for the paragraph behind it
  bool is_placeholder_ = false;
  bool in_control_ = false;
  bool is_own_blank_ = false;
  bool in_box_ = false;
  bool has_own_letter_ = false;  ///< in the paragraph that is read
  bool is_ascii_ = true;         ///< what is read of it
  bool is_foldable_ = true;      ///< its small letters are as long as its letters
};

}  // namespace

DocumentView::DocumentView(DocumentPackage& package)
    : sheet(package.tree(package.related("styles")), package.tree(package.related("theme"))) {
  ViewBuilder(package, *this);
  // A wording still to be chosen carries its note to the clerk.
  is_form = blanks > 0 || std::any_of(paragraphs.begin(), paragraphs.end(), [](const auto& one) {
              return one.is_note && !one.wording.empty();
            });
}

std::string ViewParagraph::shown(std::size_t from, std::size_t to) const {
  std::string out;
  for (const auto& span : spans) {
    const auto begin = std::max(span.from, from);
    const auto end = std::min(span.to, to);
    if (begin >= end) continue;
    const auto piece = std::string_view(text).substr(begin, end - begin);
    out += span.format->caps ? upper(piece) : std::string(piece);
  }
  return out;
}

std::string labelled_text(const ViewParagraph& paragraph) {
  const auto text = squeeze(paragraph.text);
  return paragraph.label.empty() ? text : paragraph.label + " " + text;
}

}  // namespace quyche::check
