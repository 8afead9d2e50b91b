#pragma once
// A blank: the run-level content control a clerk fills. The markup that survives Word and
// LibreOffice: one control inside its own bookmark, text bound to the custom XML part, dates and
// lists not bound. Written by the composer, filled and read by Form.
//
// Names. The first blank of a field stands in the bookmark qc_<field>, each further one repeats it
// in qc_<field>_r2, _r3 … All carry w:tag = <field>. The first is editable. A bound repetition
// follows by itself and is locked; what Word does not fill by itself (dates, lists) is never
// locked, nor is a blank inside an alternative, which must be deletable: while a field has stood
// only in alternatives, its next blank outside them is editable too.

#include <map>
#include <string>

#include "model/field_text.hpp"  // shown_value, shown_empty
#include "quyche/values.hpp"

namespace quyche {

inline constexpr const char* k_form_namespace = "urn:quyche:form:1";
inline constexpr const char* k_form_store = "{6F1D2C74-3B0E-4C55-9A57-0C3B5E2D7A11}";

/// Whether a field's blank is bound to the custom XML part: text yes, dates and lists no.
[[nodiscard]] bool is_bound(const Field& field);
/// Name of the glossary entry that holds the field's placeholder text.
[[nodiscard]] std::string placeholder_name(const Field& field);

/// Hands out blanks of one document: control ids, bookmark ids and repetition numbers.
class BlankWriter {
 public:
  /// Appends bookmark + control for one occurrence of `field`. `value` empty: an empty blank.
  /// `run_properties` is the inner XML of w:rPr of the surrounding text (may be empty). The shown
  /// text of a bound blank is the value as it is: `form` "upper" sets it in capitals, "title" is
  /// left to whoever types.
  void append(std::string& out, const Field& field, const std::string& value,
              const std::string& form, const std::string& run_properties);
  /// Marks the start and end of one wording of an alternative: bookmark qv_<n>_<k> … around whole
  /// paragraphs. See docx/alternative.hpp.
  [[nodiscard]] int next_bookmark_id() { return ++bookmark_id_; }
  /// The ids that the next blank gets, where somebody else counts.
  void count_from(int bookmark, int control) {
    bookmark_id_ = bookmark - 1;
    control_id_ = control - 1;
  }
  /// Between these the blanks stand in a wording that may be deleted.
  void enter_alternative() { ++alternatives_; }
  void leave_alternative() { --alternatives_; }
  [[nodiscard]] bool has_written(const std::string& field) const {
    return repetitions_.contains(field);
  }

 private:
  struct Repetition {
    int count = 0;
    bool stands_for_sure = false;  ///< an editable blank stands outside every alternative
  };

  void append_properties(std::string& out, const Field& field, const std::string& value,
                         const std::string& form, const std::string& run_properties);

  int bookmark_id_ = 0;
  int control_id_ = 1000;
  int alternatives_ = 0;
  bool locked_ = false;  ///< of the blank being written
  std::map<std::string, Repetition> repetitions_;
};

}  // namespace quyche
