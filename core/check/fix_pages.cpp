#include "check/fix_pages.hpp"

#include <cstdlib>
#include <string>
#include <string_view>

#include "check/page_number.hpp"
#include "check/property_order.hpp"
#include "model/word/xml_names.hpp"

namespace quyche::check {
namespace {

using word::attribute;
using word::bounded;
using word::child;
using word::element;

constexpr const char* k_header_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml";

class PageMender {
 public:
  explicit PageMender(const Paper& paper) : paper_(paper) {}

  void mend() {
    for (const auto& section : paper_.view.sections) mend_section(section.properties);
    mend_numbers();
    paper_.package.touch(paper_.package.main_part());
  }

 private:
  static bool is(int found, int wanted) { return std::abs(found - wanted) <= k_tolerance; }

  void mend_section(pugi::xml_node section) {
    const auto& profile = paper_.profile;
    if (has_other_digits(section)) {
      auto numbers = child(section, "pgNumType");
      numbers.remove_attribute(named(numbers, "fmt"));
    }
    auto size = property(section, "pgSz");
    const int width = bounded(attribute(size, "w"), 0, k_longest_side);
    const int height = bounded(attribute(size, "h"), 0, k_longest_side);
    if (is(width, profile.page_height) && is(height, profile.page_width)) return;
    if (!is(width, profile.page_width) || !is(height, profile.page_height)) {
      set(size, "w", std::to_string(profile.page_width));
      set(size, "h", std::to_string(profile.page_height));
      if (!attribute(size, "orient").empty()) set(size, "orient", "portrait");
    }
    auto margins = property(section, "pgMar");
    const int gutter = bounded(attribute(margins, "gutter"), 0, k_longest_side);
    mend_margin(margins, "top", profile.margin_top, profile.margin_top_most, 0);
    mend_margin(margins, "right", profile.margin_right, profile.margin_right_most, 0);
    mend_margin(margins, "bottom", profile.margin_bottom, profile.margin_bottom_most, 0);
    if (mend_margin(margins, "left", profile.margin_left, profile.margin_left_most, gutter)) {
      set(margins, "gutter", "0");
    }
    mend_margin(margins, "header", profile.header_distance, profile.header_most, 0);
    if (attribute(margins, "footer").empty()) {
      set(margins, "footer", std::to_string(profile.header_distance));
    }
    if (attribute(margins, "gutter").empty()) set(margins, "gutter", "0");
  }

  static pugi::xml_attribute named(pugi::xml_node node, std::string_view name) {
    return node.find_attribute([&](pugi::xml_attribute one) {
      return std::string_view(one.name()) == prefix_of(node) + std::string(name);
    });
  }

  static bool mend_margin(pugi::xml_node margins, const char* side, int least, int most,
                          int gutter) {
    const int found = bounded(attribute(margins, side), 0, k_longest_side) + gutter;
    if (found >= least - k_tolerance && found <= std::max(least, most) + k_tolerance) return false;
    set(margins, side, std::to_string(least));
    return true;
  }

  void mend_numbers() {
    const auto found = page_numbers(paper_.package, paper_.view);
    const bool is_wanted = has_several_pages(paper_.package, paper_.view);
    if (found.is_at_bottom) clear_footers();
    if (found.is_at_top) mend_headers();
    if (!found.is_at_top && (found.is_at_bottom || is_wanted)) add_header();
    const auto again = page_numbers(paper_.package, paper_.view);
    if (again.is_on_first_page && !paper_.view.sections.empty()) {
      set_switch(paper_.view.sections.front().properties, "titlePg", true);
    }
  }

  // A footer that holds the number and nothing else gives it up; words in it stay, and the number
  // with them.
  void clear_footers() {
    for (const auto& section : paper_.view.sections) {
      for (const auto item : section.properties.children()) {
        if (element(item) != "footerReference") continue;
        const auto part = paper_.package.target(attribute(item, "id"));
        for (auto paragraph : number_paragraphs(paper_.package.tree(part))) clear(paragraph);
        paper_.package.touch(part);
      }
    }
  }

  static std::string words_of(pugi::xml_node node) {
    std::string words;
    for (const auto inner : node.children()) {
      if (element(inner) == "t") words += inner.child_value();
      words += words_of(inner);
    }
    return words;
  }

  static void clear(pugi::xml_node paragraph) {
    const auto words = words_of(paragraph);
    if (words.find_first_not_of("0123456789 -\t") != std::string::npos) return;
    for (auto inner = paragraph.first_child(); inner;) {
      const auto next = inner.next_sibling();
      if (element(inner) != "pPr") paragraph.remove_child(inner);
      inner = next;
    }
  }

  void mend_headers() {
    for (const auto& section : paper_.view.sections) {
      for (const auto item : section.properties.children()) {
        if (element(item) != "headerReference") continue;
        const auto part = paper_.package.target(attribute(item, "id"));
        for (auto paragraph : number_paragraphs(paper_.package.tree(part))) {
          set(property(properties_of(paragraph, "pPr"), "jc"), "val", "center");
          make_arabic(paragraph);
          mend_runs(paragraph);
        }
        paper_.package.touch(part);
      }
    }
  }

  void mend_runs(pugi::xml_node node) {
    for (auto inner : node.children()) {
      if (element(inner) != "r") {
        mend_runs(inner);
        continue;
      }
      auto properties = properties_of(inner, "rPr");
      set_switch(properties, "b", false);
      set_switch(properties, "i", false);
      const auto size = std::to_string(paper_.profile.component("page_number").size);
      set(property(properties, "sz"), "val", size);
      set(property(properties, "szCs"), "val", size);
    }
  }

  void add_header() {
    for (const auto& section : paper_.view.sections) {
      if (has_own_header(section.properties)) return;  // its words stay; the check says so
    }
    const auto id = paper_.package.add_part("header", k_header_type, "header", header());
    auto first = paper_.view.sections.front().properties;
    auto reference = first.prepend_child((prefix_of(first) + "headerReference").c_str());
    set(reference, "type", "default");
    reference.append_attribute(relation_name().c_str()) = id.c_str();
    set_switch(first, "titlePg", true);
  }

  static bool has_own_header(pugi::xml_node section) {
    for (const auto item : section.children()) {
      if (element(item) == "headerReference" && attribute(item, "type") != "first") return true;
    }
    return false;
  }

  // "r:id" with the prefix the document has for relationships; declared when it has none.
  [[nodiscard]] std::string relation_name() const {
    auto root = paper_.package.document();
    for (const auto item : root.attributes()) {
      const std::string_view name = item.name();
      const std::string_view value = item.value();
      if (name.starts_with("xmlns:") && value.ends_with("/officeDocument/2006/relationships")) {
        return std::string(name.substr(6)) + ":id";
      }
    }
    root.append_attribute("xmlns:r") =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    return "r:id";
  }

  [[nodiscard]] std::string header() const {
    const auto size = std::to_string(paper_.profile.component("page_number").size);
    std::string fonts;
    for (const auto* slot : k_font_slots) {
      fonts.append(" w:").append(slot).append("=\"").append(paper_.profile.font).append("\"");
    }
    const auto run = [&](const std::string& content) {
      return "<w:r><w:rPr><w:rFonts" + fonts + "/><w:sz w:val=\"" + size + "\"/><w:szCs w:val=\"" +
             size + "\"/></w:rPr>" + content + "</w:r>";
    };
    const std::string uri =
        paper_.package.document().attribute(("xmlns:" + word_prefix()).c_str()).value();
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:hdr xmlns:w=\"" +
           uri + "\"><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>" +
           run("<w:fldChar w:fldCharType=\"begin\"/>") +
           run("<w:instrText xml:space=\"preserve\"> PAGE </w:instrText>") +
           run("<w:fldChar w:fldCharType=\"separate\"/>") + run("<w:t>2</w:t>") +
           run("<w:fldChar w:fldCharType=\"end\"/>") + "</w:p></w:hdr>";
  }

  [[nodiscard]] std::string word_prefix() const {
    const auto prefix = prefix_of(paper_.package.document());
    return prefix.substr(0, prefix.empty() ? 0 : prefix.size() - 1);
  }

  const Paper& paper_;
};

}  // namespace

void fix_pages(const Paper& paper) {
  if (!paper.view.sections.empty()) PageMender(paper).mend();
}

}  // namespace quyche::check
