#pragma once
// The head of a paper: organs, number and symbol, place and date, type, title, legal bases. Takes
// the lines before the body one by one; what it does not know it gives back. Used by word_import.

#include <map>
#include <string>
#include <vector>

#include "model/word/import_report.hpp"
#include "model/word/imported_fields.hpp"
#include "model/word/word_lines.hpp"
#include "quyche/regulation.hpp"

namespace quyche::word {

class FrameReader {
 public:
  FrameReader(Regulation& regulation, ImportedFields& fields, ImportReport& report)
      : regulation_(regulation), fields_(fields), report_(report) {}

  /// Returns the lines it has no place for.
  [[nodiscard]] std::vector<Line> take(const Line& line);
  /// Whether the table is the head of the paper.
  [[nodiscard]] static bool is_head(const TableLines& table);
  [[nodiscard]] std::vector<Line> take(const TableLines& table);
  void finish();

  [[nodiscard]] bool has_type() const { return !regulation_.frame.type_name.empty(); }

 private:
  /// A stretch of a line between tabs, or a line of a cell.
  struct Segment {
    Line line;
    bool is_left = false;
    bool is_alone = true;  ///< nothing beside it
  };
  struct Title {
    std::optional<Condition> when;
    MarkedText words;
  };

  bool take_segment(const Segment& segment);
  bool take_heading(const std::string& text);
  bool take_number(const Line& line);
  bool take_place_date(const Line& line);
  void take_place(const MarkedText& place, const Line& line);
  void take_date(const MarkedText& date);
  bool take_type(const Line& line);
  bool take_title(const Line& line);
  void take_basis(const Line& line);
  /// A citation with blanks, as words: "[label]", or dots for a blank nobody named.
  [[nodiscard]] std::string shown_citation(const MarkedText& citation) const;
  void leave_out(const std::string& label, const std::string& value, const Line& line);
  void set_organs();
  void set_document_field(const std::string& name, const std::string& label, FieldType type);

  Regulation& regulation_;
  ImportedFields& fields_;
  ImportReport& report_;
  std::vector<Line> organs_;
  std::vector<Title> titles_;
  bool title_is_done_ = false;
};

}  // namespace quyche::word
