#pragma once
// The measures of a document family on a given day (Hướng dẫn 36-HD/VPTW, Nghị định 30/2020/NĐ-CP
// …) as data: templates/formats/<name>.xml. Chosen by family and date, never coded. Plain values:
// whoever holds a profile owns all of it.

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "quyche/diagnostic.hpp"
#include "quyche/values.hpp"

namespace quyche {

/// How one component (tiêu đề, số và ký hiệu, điều …) is set. Lengths in twips (1/20 pt), sizes in
/// half points, as OOXML counts.
struct ComponentFormat {
  std::string style;  ///< id of the Word style that carries it
  std::string name;   ///< what a clerk sees in Word's style list
  int size = 28;
  int size_least = 28;  ///< what the instrument allows; documents made here take `size`
  int size_most = 28;
  bool bold = false;
  bool italic = false;
  bool underline = false;
  bool caps = false;
  std::string align = "left";  ///< left, center, right, both
  int indent_left = 0;
  int indent_first = 0;
  int indent_first_most = 0;  ///< what the instrument allows, as of sizes
  int before = 0;
  int after = 0;
  int line = 240;
  int line_least = 240;
  int line_most = 240;             ///< 0: no limit
  std::string line_rule = "auto";  ///< auto, exact, atLeast
  bool keep_next = false;
  bool keep_lines = false;
  bool page_break_before = false;
  bool line_above = false;  ///< a rule along the paragraph's upper edge
  int outline = 0;          ///< 1 to 9: level in Word's navigation pane; 0: running text
  std::string colour;       ///< six hexadecimal digits; empty: black as it comes
};

struct FormatProfile {
  std::string id;            ///< "party-hd36"
  std::string family;        ///< "party", "state"
  std::string source;        ///< the instrument, as cited
  std::string note;          ///< what was chosen where the instrument leaves room, or is not known
  bool provisional = false;  ///< the instrument itself has not been seen
  Validity validity;
  std::string font;
  int page_width = 11906;
  int page_height = 16838;
  int margin_top = 1134;
  int margin_bottom = 1134;
  int margin_left = 1701;
  int margin_right = 850;
  int header_distance = 567;
  int margin_top_most = 1134;  ///< the widest the instrument allows
  int margin_bottom_most = 1134;
  int margin_left_most = 1701;
  int margin_right_most = 850;
  int header_most = 567;       ///< of header_distance, which is the least
  int heading_left_width = 0;  ///< columns of the borderless heading table
  int heading_right_width = 0;
  int issuer_rule = 0;  ///< length of the rule under the issuer in percent of the words; 0: none
  int title_rule = 0;   ///< the same under the title
  int signature_lines = 4;                    ///< blank lines for the signature
  std::vector<std::string> undated_types;     ///< bear no place and day: "biên bản"
  std::vector<std::string> unnumbered_types;  ///< may do without number and recipients
  std::unordered_map<std::string, ComponentFormat> components;  ///< "issuer", "article" …
  std::map<std::string, std::string> words;  ///< fixed text: heading, number_label, end_mark …

  [[nodiscard]] int text_width() const { return page_width - margin_left - margin_right; }
  /// A component that reading made sure of.
  [[nodiscard]] const ComponentFormat& component(const std::string& name) const;
  /// A fixed text; empty when the family has none (the state family has no separator).
  [[nodiscard]] const std::string& word(const std::string& name) const;
};

/// Throws Error with every finding (format.*).
[[nodiscard]] FormatProfile read_format_profile(std::string bytes, const std::string& file);

/// The profile of `family` in force on `day`; throws Error format.none-in-force.
[[nodiscard]] const FormatProfile& choose_profile(const std::vector<FormatProfile>& profiles,
                                                  const std::string& family, Date day);

}  // namespace quyche
