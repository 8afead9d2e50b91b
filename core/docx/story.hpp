#pragma once
// The running text of one document as it grows: paragraphs, runs, blanks, bookmarks and
// alternatives, appended to one string. Each part of the paper (heading, bases, provisions,
// signatures) writes through it. Refers to the regulation, the profile and the output, which must
// outlive it; owns the findings.

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "docx/blank.hpp"
#include "docx/format_profile.hpp"
#include "quyche/diagnostic.hpp"
#include "quyche/district.hpp"

namespace quyche {

/// What one paragraph has beside its style, because it depends on the words or on the place.
struct ParagraphSetting {
  bool keep_next = false;
  int indent_left = 0;  ///< twips; both 0: as the style says
  int indent_right = 0;
};

class Story {
 public:
  Story(const LocalRegulation& regulation, const FormatProfile& profile, std::string& out);

  [[nodiscard]] const Frame& frame() const { return regulation_.text.frame; }
  [[nodiscard]] const LocalRegulation& regulation() const { return regulation_; }
  [[nodiscard]] const FormatProfile& profile() const { return profile_; }
  [[nodiscard]] std::string& out() { return out_; }

  void open(const std::string& component, const ParagraphSetting& setting = {});
  void close();
  /// A whole paragraph of fixed words; no words: an empty one.
  void paragraph(const std::string& component, std::string_view words = {},
                 const ParagraphSetting& setting = {});
  /// A rule of `length` in the middle of `width` twips.
  void rule(int length, int width);

  /// Inside an open paragraph.
  void words(std::string_view text);
  void strong_words(std::string_view text);
  void field(const std::string& name, const std::string& form);
  void inlines(const Inlines& line);
  /// As above, with the end mark of the text in place of the last full stop.
  void inlines_ended(const Inlines& line, const std::string& end_mark);
  /// A bookmark from the next paragraph's words on; its id is for end_in_last_paragraph.
  [[nodiscard]] int mark_next(const std::string& name);
  /// A comment of this number in the next paragraph.
  void note_next(int number);
  /// Writes what mark_next promised here, between paragraphs: a table follows.
  void write_marks();
  /// Ends a bookmark where the last paragraph written ends.
  void end_in_last_paragraph(int id);
  /// A bookmark from here on; its id is for end_bookmark.
  [[nodiscard]] int start_bookmark(const std::string& name);
  void end_bookmark(int id);
  /// The bookmark of an article: qa_7; for a second wording of the same number qa_7_r2.
  [[nodiscard]] std::string article_bookmark(const std::string& number);

  /// Note and bookmark around the paragraphs written in between; the last must be a paragraph.
  void begin_alternative(const Condition& condition);
  void end_alternative();

  /// The text of a line as it is shown, blanks as "[label]".
  [[nodiscard]] std::string shown(const Inlines& line) const;
  /// Whether something of the line is still to be filled in.
  [[nodiscard]] bool has_blank(const Inlines& line) const;
  [[nodiscard]] std::string shown_field(const std::string& name, const std::string& form) const;
  /// Width of the text in a component's letters, twips.
  [[nodiscard]] int width(const std::string& component, std::string_view text) const;
  /// Indents by which centred text that needs several lines of `width` fills them evenly.
  [[nodiscard]] ParagraphSetting balanced(const std::string& component, std::string_view text,
                                          int width) const;

  /// Declared fields that stand as blanks, in the order of declaration.
  [[nodiscard]] std::vector<const Field*> blanks() const;
  void report(Text message);
  void throw_if_errors() const { problems_.throw_if_errors(); }

 private:
  [[nodiscard]] const Field* declared(const std::string& name) const;
  [[nodiscard]] const std::string& value(const std::string& name) const;
  /// Whether a field stands as plain words: LocalRegulation::settled.
  [[nodiscard]] bool is_plain(const Field& field) const;
  void close_run();

  const LocalRegulation& regulation_;
  const FormatProfile& profile_;
  std::string& out_;
  std::map<std::string_view, const Field*> fields_;
  BlankWriter blanks_;
  std::string marks_;  ///< starts of bookmarks for the next paragraph
  std::string notes_;  ///< references to comments, as well
  std::vector<int> open_alternatives_;
  int alternatives_ = 0;
  std::map<std::string, int> articles_;
  std::set<std::string> unknown_;
  bool run_is_open_ = false;
  Diagnostics problems_;
};

}  // namespace quyche
