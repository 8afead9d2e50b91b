#pragma once
// A Word document as its reader sees it: every paragraph with its words, each stretch of them with
// the format it really has, automatic numbers computed; the sections of pages. Nodes point into the
// package, which must outlive the view. For components and the rules.

#include <cstddef>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "base/legacy_encoding.hpp"
#include "check/document_package.hpp"
#include "check/style_sheet.hpp"

namespace quyche::check {

/// One run, or what of a run stands between tabs and line breaks.
struct Span {
  std::size_t from = 0;  ///< bytes of the paragraph's text
  std::size_t to = 0;
  pugi::xml_node run;
  const RunFormat* format = nullptr;  ///< never null; of the sheet
  bool is_placeholder = false;        ///< in a content control that shows its placeholder
};

struct ViewParagraph {
  int number = 0;  ///< counted over the document from 1; of a text box, that of its anchor
  pugi::xml_node node;
  const ParagraphFormat* format = nullptr;  ///< never null; of the sheet
  /// In NFC, each kind of space as U+0020, look-alikes of Đ as Đ; tabs and line breaks stay.
  std::string text;
  std::string raw;     ///< as it stands in the file; empty where it is_clean
  std::string folded;  ///< text in small letters, byte for byte; empty when these differ in length
  std::string label;   ///< automatic number; "-" for a bullet
  std::vector<Span> spans;
  int table = 0;  ///< counted from 1; 0: outside tables. Of nested tables the outermost
  int row = 0;
  int column = 0;
  bool is_clean = true;  ///< `text` is as in the file, in letters that are surely Unicode
  std::optional<LegacyEncoding> legacy;  ///< of its letters, when they are not Unicode
  bool has_drawing = false;
  bool has_blank = false;  ///< a content control that shows its placeholder
  bool is_aside = false;   ///< in a text box
  bool is_note = false;    ///< quyche's own note to the clerk
  std::string wording;     ///< name of the alternative around it (bookmark qv_…); empty outside

  /// What is read: text in capitals where the format says so.
  [[nodiscard]] std::string shown(std::size_t from, std::size_t to) const;
  [[nodiscard]] std::string shown() const { return shown(0, text.size()); }
};

struct Section {
  pugi::xml_node properties;  ///< w:sectPr
  std::size_t first = 0;      ///< its first paragraph
};

struct DocumentView {
  explicit DocumentView(DocumentPackage& package);

  StyleSheet sheet;
  std::vector<ViewParagraph> paragraphs;
  std::vector<Section> sections;
  int blanks = 0;        ///< quyche's own content controls that are still empty
  bool is_form = false;  ///< made by quyche, with blanks or alternatives still open
};

/// The label of Word's own numbering in front of the words, when there is one.
[[nodiscard]] std::string labelled_text(const ViewParagraph& paragraph);

}  // namespace quyche::check
