#pragma once
// Paragraphs made ready for recognition: text cleaned and in NFC, blanks and controls turned into
// fields, legacy encodings reported. Used by the frame reader and the tree builder.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/word/blank_pattern.hpp"
#include "model/word/import_report.hpp"
#include "model/word/imported_fields.hpp"
#include "model/word/marked_text.hpp"
#include "model/word/word_paragraphs.hpp"

namespace quyche::word {

struct Line {
  MarkedText content;    ///< '\n' and '\t' as typed
  std::size_t bold = 0;  ///< leading bytes of the text that are bold
  int paragraph = 0;
  std::string label;  ///< Word's automatic number
  bool centered = false;
  bool caps = false;
  bool is_clerk_note = false;    ///< quyche's own note beside an alternative
  bool is_aside = false;         ///< came from a text box or a note
  bool is_clause_title = false;  ///< quyche's own style
  std::vector<std::string> provision_ids;
  std::vector<std::string> inside;
  std::optional<Condition> when;

  [[nodiscard]] const std::string& text() const { return content.text; }
  [[nodiscard]] bool is_empty() const { return trimmed(content.text).empty() && label.empty(); }
  [[nodiscard]] bool is_bold() const;
  /// Typed in capitals, or shown in them.
  [[nodiscard]] bool looks_like_capitals() const;
  /// The line from `from` on, without its spaces; keeps what is known about the paragraph.
  [[nodiscard]] Line part(std::size_t from, std::size_t length = std::string::npos) const;
};

/// The lines of each cell, row by row.
struct TableLines {
  std::vector<std::vector<std::vector<Line>>> rows;
  /// What is known about its first paragraph; its own number when that says nothing.
  Line first;
};

class LineReader {
 public:
  LineReader(ImportedFields& fields, ImportReport& report) : fields_(fields), report_(report) {}

  [[nodiscard]] Line read(const Paragraph& paragraph);
  [[nodiscard]] TableLines read(const Table& table);

 private:
  [[nodiscard]] std::vector<std::string> texts_of(const Paragraph& paragraph);
  [[nodiscard]] Inline typed_field(const BlankSpan& place);
  void put_fields(Line& line, const std::vector<const Control*>& controls);

  ImportedFields& fields_;
  ImportReport& report_;
};

/// A cell in one.
[[nodiscard]] Inlines joined(const std::vector<Line>& cell);

/// The line cut at its characters `at` ('\n' or '\t'); empty pieces stay.
[[nodiscard]] std::vector<Line> split(const Line& line, char at);

}  // namespace quyche::word
