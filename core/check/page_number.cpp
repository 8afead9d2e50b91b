#include "check/page_number.hpp"

#include <map>
#include <string_view>

#include "base/text.hpp"
#include "check/style_sheet.hpp"
#include "model/word/xml_names.hpp"

namespace quyche::check {
namespace {

using word::attribute;
using word::bounded;
using word::child;
using word::element;

constexpr std::size_t k_page = 4'000;  // bytes of text that no page holds

bool is_page_field(std::string_view code) {
  const auto from = code.find_first_not_of(" \t\n");
  if (from == std::string_view::npos) return false;
  code.remove_prefix(from);
  return code.starts_with("PAGE") && (code.size() == 4 || code[4] == ' ' || code[4] == '\\');
}

bool prints_number(pugi::xml_node node) {
  for (const auto inner : node.children()) {
    const auto name = element(inner);
    if (name == "instrText" && is_page_field(inner.child_value())) return true;
    if (name == "fldSimple" && is_page_field(attribute(inner, "instr"))) return true;
    if (name == "pgNum") return true;
    if (prints_number(inner)) return true;
  }
  return false;
}

void collect(pugi::xml_node node, std::vector<pugi::xml_node>& found) {
  for (const auto inner : node.children()) {
    if (element(inner) == "p" && prints_number(inner)) {
      found.push_back(inner);
    } else {
      collect(inner, found);
    }
  }
}

/// What a switch of the field says, as in "PAGE \\* ROMAN"; nothing when it leaves it to the
/// section.
std::optional<bool> arabic_by_switch(pugi::xml_node node) {
  std::string code;
  for (const auto inner : node.children()) {
    const auto name = element(inner);
    if (name == "instrText") code += inner.child_value();
    if (name == "fldSimple") code += attribute(inner, "instr");
    if (const auto below = arabic_by_switch(inner)) return below;
  }
  const auto mark = code.find("\\*");
  if (mark == std::string::npos) return std::nullopt;
  const auto kind = lower(code.substr(mark + 2));
  if (kind.find("arabic") != std::string::npos) return true;
  const bool is_other =
      kind.find("roman") != std::string::npos || kind.find("alphabetic") != std::string::npos;
  return is_other ? std::optional(false) : std::nullopt;
}

/// Leaves PAGE of the instructions of fields that print the number of the page. An instruction may
/// stand in several pieces, up to the mark between it and what it gave.
class SwitchRemover {
 public:
  void walk(pugi::xml_node node) {
    for (auto inner : node.children()) {
      const auto name = element(inner);
      if (name == "fldChar") is_in_page_ = false;
      if (name == "instrText") mend(inner);
      if (name == "fldSimple" && is_page_field(attribute(inner, "instr"))) {
        for (auto one : inner.attributes()) {
          if (std::string_view(one.name()).ends_with(":instr")) one.set_value(k_instruction);
        }
      }
      walk(inner);
    }
  }

 private:
  static constexpr const char* k_instruction = " PAGE ";

  void mend(pugi::xml_node instruction) {
    const bool begins = is_page_field(instruction.child_value());
    if (begins || is_in_page_) instruction.text().set(begins ? k_instruction : "");
    is_in_page_ = is_in_page_ || begins;
  }

  bool is_in_page_ = false;
};

pugi::xml_node first_run(pugi::xml_node node) {
  for (const auto inner : node.children()) {
    if (element(inner) == "r") return inner;
    if (const auto run = first_run(inner)) return run;
  }
  return {};
}

class NumberReader {
 public:
  NumberReader(DocumentPackage& package, const DocumentView& view)
      : package_(package), view_(view) {}

  PageNumbers read() {
    bool is_first_section = true;
    for (const auto& section : view_.sections) {
      const bool is_on_first_page = read_edges(section.properties);
      if (is_first_section) numbers_.is_on_first_page = is_on_first_page;
      is_first_section = false;
      // A section without edges of its own goes on with those before.
      const bool is_other = !is_arabic_.value_or(!has_other_digits(section.properties));
      if (is_numbered_ && is_other) numbers_.has_other_digits = true;
    }
    return numbers_;
  }

 private:
  /// Whether the first page of the section has a number.
  bool read_edges(pugi::xml_node section) {
    const auto title_page = child(section, "titlePg");
    const bool is_apart = title_page && word::is_on(title_page);
    bool is_on_first_page = false;
    for (const auto item : section.children()) {
      const bool is_of_first_page = attribute(item, "type") == "first";
      if (is_of_first_page && !is_apart) continue;
      if (!read_edge(item, section)) continue;
      is_on_first_page = is_on_first_page || is_of_first_page == is_apart;
    }
    return is_on_first_page;
  }

  /// A header or a footer of a section; whether it prints the number of the page.
  bool read_edge(pugi::xml_node reference, pugi::xml_node section) {
    const auto name = element(reference);
    if (name != "headerReference" && name != "footerReference") return false;
    const auto [known, is_new] = edges_.try_emplace(package_.target(attribute(reference, "id")));
    auto& [part, paragraph] = *known;
    if (is_new) {
      const auto paragraphs = number_paragraphs(package_.tree(part));
      if (!paragraphs.empty()) paragraph = paragraphs.front();
    }
    if (!paragraph) return false;
    note(paragraph, name == "headerReference", section);
    is_numbered_ = true;
    is_arabic_ = arabic_by_switch(paragraph);
    return true;
  }

  void note(pugi::xml_node paragraph, bool is_header, pugi::xml_node section) {
    if (!is_header) {
      numbers_.is_at_bottom = true;
      return;
    }
    if (numbers_.is_at_top) return;
    numbers_.is_at_top = true;
    const auto& format = view_.sheet.paragraph(child(paragraph, "pPr"));
    const auto& run = view_.sheet.run(format.style, child(first_run(paragraph), "rPr"));
    const auto frame = child(child(paragraph, "pPr"), "framePr");
    numbers_.align = attribute(frame, "xAlign") == "center" ? "center" : std::string(format.align);
    numbers_.size = run.size;
    numbers_.is_bold = run.bold;
    numbers_.is_italic = run.italic;
    const auto distance = attribute(child(section, "pgMar"), "header");
    const auto size = child(section, "pgSz");
    const bool is_turned = bounded(attribute(size, "w"), 0, k_longest_side) >
                           bounded(attribute(size, "h"), 0, k_longest_side);
    if (!distance.empty() && !is_turned) {
      numbers_.distance = bounded(distance, 0, k_longest_side);
    }
  }

  DocumentPackage& package_;
  const DocumentView& view_;
  std::map<std::string, pugi::xml_node> edges_;  ///< the paragraph with the number, by part
  PageNumbers numbers_;
  bool is_numbered_ = false;       ///< an edge met so far prints the number
  std::optional<bool> is_arabic_;  ///< what the field itself says of its digits
};

}  // namespace

bool has_other_digits(pugi::xml_node section) {
  const auto format = attribute(child(section, "pgNumType"), "fmt");
  return !format.empty() && format != "decimal" && format != "numberInDash";
}

void make_arabic(pugi::xml_node paragraph) {
  if (!arabic_by_switch(paragraph).value_or(true)) SwitchRemover().walk(paragraph);
}

std::vector<pugi::xml_node> number_paragraphs(pugi::xml_node root) {
  std::vector<pugi::xml_node> found;
  collect(root, found);
  return found;
}

PageNumbers page_numbers(DocumentPackage& package, const DocumentView& view) {
  return NumberReader(package, view).read();
}

bool has_several_pages(DocumentPackage& package, const DocumentView& view) {
  const auto properties = package.tree("docProps/app.xml");
  // One page may be what an older version of the document had.
  if (bounded(child(properties, "Pages").child_value(), 1, 100'000) > 1) return true;
  std::size_t length = 0;
  for (const auto& paragraph : view.paragraphs) length += paragraph.text.size() + 40;
  return length > k_page;
}

}  // namespace quyche::check
