#pragma once
// How text really looks: document defaults, style chain, character style and what the paragraph and
// the run say themselves, put together as Word does. For document_view. A format belongs to its
// sheet and is shared by all that look alike.

#include <array>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace quyche::check {

/// The four slots of a font: ascii, hAnsi, eastAsia, cs. An empty name: nothing in the document
/// names a font for the slot.
inline constexpr std::array k_font_slots{"ascii", "hAnsi", "eastAsia", "cs"};

struct RunFormat {
  std::array<std::string_view, 4> fonts;  ///< names, as `colour` kept by the sheet
  int size = 20;                          ///< half points
  bool bold = false;
  bool italic = false;
  bool underline = false;
  bool caps = false;
  bool hidden = false;
  std::string_view colour;  ///< empty: black as it comes
};

struct ParagraphFormat {
  std::string style;                ///< id, the default one when the paragraph names none
  std::string style_name;           ///< what a clerk sees
  bool is_note = false;             ///< in the style of quyche's own notes to the clerk
  std::string_view align = "left";  ///< left, center, right, both, other
  bool line_above = false;
  bool line_below = false;
  int before = 0;  ///< space above and below, twips
  int after = 0;
  bool has_auto_space = false;  ///< Word decides on the space
  bool is_contextual = false;   ///< no space between paragraphs of one style
  int line = 240;
  std::string_view line_rule = "auto";  ///< auto, exact, atLeast
  int indent_left = 0;
  int indent_first = 0;  ///< negative: hanging
  std::optional<int> number_id;
  std::optional<int> level;
};

/// What one place says; absent: not said.
struct RunProperties {
  std::array<std::optional<std::string_view>, 4> fonts;
  std::optional<int> size;
  std::optional<bool> bold, italic, underline, caps, hidden;
  std::optional<std::string_view> colour;
};

struct ParagraphProperties {
  std::optional<std::string_view> align, line_rule;
  std::optional<bool> line_above, line_below, has_auto_space, is_contextual;
  std::optional<int> before, after, line, indent_left, indent_first;
  std::optional<int> number_id, level;
};

/// Reads styles when they are asked for, from nodes that must outlive it.
class StyleSheet {
 public:
  StyleSheet(pugi::xml_node styles, pugi::xml_node theme);

  [[nodiscard]] const ParagraphFormat& paragraph(pugi::xml_node properties) const;
  /// `paragraph_style`: id, as ParagraphFormat has it. `properties`: w:rPr, may be empty.
  [[nodiscard]] const RunFormat& run(const std::string& paragraph_style,
                                     pugi::xml_node properties) const;

 private:
  struct Style {
    std::string name;
    std::string based_on;
    RunProperties run;
    ParagraphProperties paragraph;
  };

  using Nodes = std::unordered_map<std::string, pugi::xml_node>;

  void read_theme(pugi::xml_node theme);
  [[nodiscard]] Style read_style(pugi::xml_node node) const;
  [[nodiscard]] RunProperties read_run(pugi::xml_node properties) const;
  [[nodiscard]] std::optional<std::string_view> font(pugi::xml_node fonts, std::size_t slot) const;
  /// The same name, for as long as the sheet is there.
  [[nodiscard]] std::string_view kept(std::string_view name) const;
  /// The style with all it is based on; an empty one when there is none of this id.
  [[nodiscard]] const Style& whole(const std::string& id) const;
  [[nodiscard]] ParagraphFormat whole_paragraph(pugi::xml_node properties) const;
  [[nodiscard]] RunFormat whole_run(const std::string& paragraph_style,
                                    pugi::xml_node properties) const;
  [[nodiscard]] std::vector<const Nodes::value_type*> ancestry(const std::string& id) const;

  Nodes nodes_;                                              ///< by id
  mutable std::unordered_map<std::string, Style> whole_;     ///< those that were asked for
  mutable std::unordered_map<std::string, RunFormat> runs_;  ///< by style and markup
  mutable std::unordered_map<std::string, ParagraphFormat> paragraphs_;  ///< by markup
  mutable std::set<std::string, std::less<>> names_;                     ///< of fonts and colours
  mutable std::string key_;  ///< of the format that is looked for
  std::map<std::string, std::string, std::less<>> theme_fonts_;  ///< "minorHAnsi" → "Calibri"
  Style defaults_;
  std::string default_style_;
};

}  // namespace quyche::check
