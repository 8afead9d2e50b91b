#include "check/fix.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "check/checker.hpp"
#include "check/component_look.hpp"
#include "check/fix_pages.hpp"
#include "check/look_alike.hpp"
#include "check/paragraph_spacing.hpp"
#include "check/property_order.hpp"
#include "model/word/xml_names.hpp"

namespace quyche::check {
namespace {

constexpr std::size_t k_column_gap = 3;  // that many spaces in a row separate two columns

using word::child;
using word::element;

// A combining mark at the front belongs to the letter before, in another run: left alone.
bool begins_with_mark(std::string_view text) {
  return text.size() > 1 && (text.starts_with("\xCC") || text.starts_with("\xCD"));
}

void mend_letters(pugi::xml_node node) {
  for (auto inner : node.children()) {
    const auto name = element(inner);
    if (name == "p") continue;  // in a text box: a paragraph of its own
    if (name != "t") {
      mend_letters(inner);
      continue;
    }
    const std::string text = inner.child_value();
    if (begins_with_mark(text)) continue;
    const auto right = with_right_letters(normalise(text));
    if (right != text) inner.text().set(right.c_str());
  }
}

// Legacy text holds letters that only seem to be look-alikes; it is converted by hand.
void mend_letters(DocumentPackage& package, const DocumentView& view) {
  for (const auto& paragraph : view.paragraphs) {
    if (!paragraph.legacy && !paragraph.is_clean) mend_letters(paragraph.node);
  }
  package.touch(package.main_part());
}

bool is_readable(const DocumentPackage& package, const Components& parts) {
  Findings encoding(parts, package.file(), nullptr);
  return check_encoding(parts, encoding);
}

bool is_content(pugi::xml_node item) {
  const auto name = element(item);
  return name == "t" || name == "tab" || name == "ptab" || name == "br" || name == "cr";
}

// A text over several columns becomes one text for each, the gap with the one before it.
void split_texts(pugi::xml_node run) {
  for (auto item = run.first_child(); item; item = item.next_sibling()) {
    if (element(item) != "t") continue;
    const std::string text = item.child_value();
    const auto from = std::min(text.find_first_not_of(' '), text.size());
    const auto gap = text.find(std::string(k_column_gap, ' '), from);
    const auto next = text.find_first_not_of(' ', gap);
    if (gap == std::string::npos || next == std::string::npos) continue;
    auto piece = run.insert_child_after(item.name(), item);
    for (const auto node : {item, piece}) {
      auto space = node.attribute("xml:space");
      if (!space) space = pugi::xml_node(node).append_attribute("xml:space");
      space = "preserve";
    }
    piece.text().set(text.substr(next).c_str());
    item.text().set(text.substr(0, next).c_str());
  }
}

// A run over several columns becomes one run for each piece, all with its properties.
void split(pugi::xml_node run) {
  auto last = run;
  bool is_first = true;
  for (auto item = run.first_child(); item;) {
    const auto next = item.next_sibling();
    if (element(item) != "rPr") {
      if (!is_first) {
        auto piece = last.parent().insert_child_after(run.name(), last);
        if (const auto properties = child(run, "rPr")) piece.append_copy(properties);
        piece.append_move(item);
        last = piece;
      }
      is_first = false;
    }
    item = next;
  }
}

void split_columns(const DocumentView& view) {
  for (std::size_t i = 0; i < view.paragraphs.size(); ++i) {
    const auto& paragraph = view.paragraphs[i];
    if (stretches_of(paragraph, i).size() < 2) continue;
    std::vector<pugi::xml_node> runs;
    for (const auto& span : paragraph.spans) {
      if (runs.empty() || runs.back() != span.run) runs.push_back(span.run);
    }
    for (auto run : runs) {
      const bool is_plain = std::all_of(run.begin(), run.end(), [](pugi::xml_node item) {
        return is_content(item) || element(item) == "rPr" ||
               element(item) == "lastRenderedPageBreak";
      });
      if (!is_plain) continue;
      split_texts(run);
      split(run);
    }
  }
}

class LookMender {
 public:
  explicit LookMender(const Paper& paper) : paper_(paper) {}

  void mend() {
    for (const auto& stretch : paper_.parts.all()) {
      const auto look = look_of(paper_, stretch);
      if (look.is_seen) mend(stretch, look);
      if (look.is_seen) mend_spacing(stretch);
    }
    paper_.package.touch(paper_.package.main_part());
  }

 private:
  void mend(const Stretch& stretch, const Look& look) {
    const auto faults = faults_of(paper_, stretch, look);
    const auto& wanted = paper_.profile.component(stretch.component);
    const auto& paragraph = paper_.view.paragraphs[stretch.paragraph];
    for (const auto& span : paragraph.spans) {
      // A run that reaches into the next column is left to the clerk.
      const bool is_inside = span.to > stretch.from && span.from < stretch.to;
      const bool is_own = is_inside && (stretch.is_whole || is_of_one_column(paragraph, span));
      if (is_own) mend_run(span, look, faults, wanted);
    }
    if (faults.align) {
      set(property(properties_of(paragraph.node, "pPr"), "jc"), "val", wanted.align);
    }
  }

  void mend_spacing(const Stretch& stretch) {
    const auto faults = spacing_faults(paper_, stretch);
    if (!faults.any()) return;
    const auto& wanted = paper_.profile.component(stretch.component);
    auto properties = properties_of(paper_.view.paragraphs[stretch.paragraph].node, "pPr");
    if (faults.first_line) {
      auto indent = property(properties, "ind");
      while (indent.first_attribute()) indent.remove_attribute(indent.first_attribute());
      set(indent, "left", std::to_string(wanted.indent_left));
      set(indent, "firstLine", std::to_string(wanted.indent_first));
    }
    if (!faults.line && !faults.between) return;
    auto spacing = property(properties, "spacing");
    if (faults.line) {
      set(spacing, "line", std::to_string(wanted.line));
      set(spacing, "lineRule", wanted.line_rule);
    }
    if (!faults.between) return;
    set(spacing, "after", std::to_string(wanted.after));
    set_switch(properties, "contextualSpacing", false);
  }

  [[nodiscard]] bool is_of_one_column(const ViewParagraph& paragraph, const Span& span) const {
    const auto text = std::string_view(paragraph.text).substr(span.from, span.to - span.from);
    const auto from = text.find_first_not_of(' ');
    if (from == std::string_view::npos) return true;
    return text.substr(from, text.find_last_not_of(' ') + 1 - from).find("   ") == text.npos;
  }

  void mend_run(const Span& span, const Look& look, const LookFaults& faults,
                const ComponentFormat& wanted) {
    const bool wrong_font = !look.wrong_font.empty() || look.wrong_spare_font;
    const bool is_clean = !wrong_font && look.colour.empty() && !faults.size &&
                          !faults.bold_missing && !faults.bold && !faults.italic_missing &&
                          !faults.italic && !faults.underline_missing && !faults.underline &&
                          !faults.capitals_missing;
    if (is_clean) return;
    auto properties = properties_of(span.run, "rPr");
    if (wrong_font) set_font(properties);
    if (!look.colour.empty()) set(property(properties, "color"), "val", "auto");
    if (faults.size &&
        (span.format->size < wanted.size_least || span.format->size > wanted.size_most)) {
      set(property(properties, "sz"), "val", std::to_string(wanted.size));
      set(property(properties, "szCs"), "val", std::to_string(wanted.size));
    }
    if (faults.bold_missing || faults.bold) {
      set_switch(properties, "b", wanted.bold);
      set_switch(properties, "bCs", wanted.bold);
    }
    if (faults.italic_missing || faults.italic) {
      set_switch(properties, "i", wanted.italic);
      set_switch(properties, "iCs", wanted.italic);
    }
    if (faults.underline_missing) set(property(properties, "u"), "val", "single");
    if (faults.underline) set(property(properties, "u"), "val", "none");
    if (faults.capitals_missing) set_switch(properties, "caps", true);
  }

  void set_font(pugi::xml_node properties) {
    auto fonts = property(properties, "rFonts");
    while (fonts.first_attribute()) fonts.remove_attribute(fonts.first_attribute());
    for (const auto* slot : k_font_slots) set(fonts, slot, paper_.profile.font);
  }

  const Paper& paper_;
};

}  // namespace

std::string fix_document(std::string_view bytes, const std::string& file,
                         const std::vector<FormatProfile>& profiles, const std::string& profile) {
  DocumentPackage package(bytes, file);
  mend_letters(package, DocumentView(package));
  split_columns(DocumentView(package));
  const DocumentView view(package);
  const Components parts(view);
  const auto* measure = profile_for(package, parts, profiles, profile);
  if (measure != nullptr) {
    const Paper paper{package, view, parts, *measure, {}};
    fix_pages(paper);
    if (is_readable(package, parts)) LookMender(paper).mend();
  }
  return package.save();
}

}  // namespace quyche::check
