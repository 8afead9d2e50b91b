#pragma once
// The rules a paper is measured by, one function a family. Each looks at the components and reports
// to the findings; rule numbers are in the codes (check.fmt-05.number is rule FMT-05). Used by
// checker.

#include <optional>
#include <string>

#include "check/document_package.hpp"
#include "check/finding.hpp"
#include "quyche/values.hpp"

namespace quyche::check {

struct Paper {
  DocumentPackage& package;
  const DocumentView& view;
  const Components& parts;
  const FormatProfile& profile;
  std::optional<Date> date;  ///< of the document, when it can be read

  [[nodiscard]] bool is_party() const { return profile.family == "party"; }
  /// A stretch that still holds a blank to be filled.
  [[nodiscard]] bool has_blank(const Stretch& stretch) const {
    return view.paragraphs[stretch.paragraph].has_blank;
  }
};

/// Quốc hiệu in a Party document, or the Party's heading in one of the state: told once, and never
/// measured or mended by the look of the own heading.
[[nodiscard]] bool is_foreign_heading(const Paper& paper, const Stretch& stretch);

/// FMT-02: heading and marks of one family only; FMT-05: number; FMT-06: type; FMT-09: place.
void check_heading(const Paper& paper, Findings& found);
/// FMT-05, as a part of the heading.
void check_number(const Paper& paper, Findings& found);
/// FMT-03: paper and margins; FMT-12: page numbers.
void check_pages(const Paper& paper, Findings& found);
/// FMT-04: fonts, sizes, bold, italic, case, alignment.
void check_look(const Paper& paper, Findings& found);
/// FMT-10: signatures; STR-05: two offices in one hand.
void check_signatures(const Paper& paper, Findings& found);
/// STR-01: numbering; STR-02: references; STR-04: bases; STR-06: kind of village.
void check_structure(const Paper& paper, Findings& found);

/// FMT-02, FMT-10: heading and signatures that only spaces and tabs hold in two columns.
void check_columns(const Paper& paper, Findings& found);
/// Spaces between words and beside signs.
void check_spaces(const Paper& paper, Findings& found);
/// Signs at the end of the text, of the bases and of the recipients.
void check_punctuation(const Paper& paper, Findings& found);
/// One way of placing tone marks in one document.
void check_tones(const Paper& paper, Findings& found);
/// FMT-08: dates; FMT-13: what is still blank.
void check_words_of_text(const Paper& paper, Findings& found);
/// FMT-11: Unicode. False when the document is in a legacy encoding, so that nothing else can be
/// said of it.
bool check_encoding(const Components& parts, Findings& found);

}  // namespace quyche::check
