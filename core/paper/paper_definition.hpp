#pragma once
// What a paper says, as a file under templates/meetings/ or reports/ writes it: family, heading,
// paragraphs and tables with tags of the template language, signatures, recipients. How it looks is
// the format profile's. Read once, set by paper_template. Plain values: whoever holds one owns it.

#include <string>
#include <vector>

#include "docx/format_profile.hpp"
#include "quyche/diagnostic.hpp"

namespace quyche {

/// A stretch of words with tags.
struct PaperWords {
  std::string text;
  bool is_strong = false;
};

struct PaperParagraph {
  std::string style = "text";  ///< component of the format profile
  std::vector<PaperWords> words;
  bool ends_text = false;  ///< its last full stop is the profile's end mark
  bool leads = false;      ///< stands on one page with what follows
};

struct PaperRow {
  bool is_head = false;
  std::string statement;  ///< not empty: the row is this statement ("for task in tasks")
  std::vector<PaperParagraph> cells;
};

inline constexpr int k_whole_width = 100;

struct PaperTable {
  std::vector<int> columns;  ///< in percent of the text's width
  std::vector<PaperRow> rows;
};

/// One piece of the body: a statement around what follows, a table, or else a paragraph.
struct PaperBlock {
  std::vector<std::string> profiles;  ///< only in papers of these formats; empty: in all
  std::string statement;
  PaperTable table;
  PaperParagraph paragraph;
};

struct PaperSignature {
  std::string authority;
  std::string position;
  std::string name;
};

/// How a paper is signed under some formats.
struct PaperSigning {
  std::vector<std::string> profiles;
  std::vector<PaperSignature> signatures;  ///< left to right
};

struct PaperDefinition {
  std::string id;                  ///< "cell-minutes"
  std::string file;                ///< what its documents are called, "bien-ban"
  std::string family;              ///< "party", "state"
  std::string label;               ///< Vietnamese, for people
  std::string english_label;       ///< the same in English
  std::vector<std::string> kinds;  ///< of meetings that have it
  std::string when;                ///< expression over the meeting; empty: always
  bool tells_decision = false;     ///< not made when a rule refuses what was decided
  bool for_each = false;           ///< of a duty: one paper a record
  bool is_due = false;             ///< of a duty: every cell is to have it
  std::string superior;
  std::string issuer;
  std::string number;       ///< "{{ numbers.minutes }}"
  std::string symbol;       ///< "BB/{{ organ.code }}"
  std::string number_test;  ///< expression: whether the paper has one; empty: always
  bool has_place_date = false;
  std::vector<std::string> place_date_profiles;
  std::string day = "{{ date|long_date }}";  ///< beside the place
  bool dated_by_notice = false;  ///< its format is that of the day the meeting was called
  std::string type_name;
  std::string title;
  std::vector<PaperBlock> body;
  std::vector<PaperSigning> signings;
  std::vector<std::string> recipients;
};

/// `profiles`: the formats there are, which a part may name. Throws Error with every finding
/// (paper.*).
[[nodiscard]] PaperDefinition read_paper(std::string bytes, const std::string& file,
                                         const std::vector<FormatProfile>& profiles);

/// Whether a list of formats names `profile`, or none at all.
[[nodiscard]] bool holds_for(const std::vector<std::string>& profiles, const std::string& profile);

}  // namespace quyche
