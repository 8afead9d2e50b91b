#pragma once
// A blank: the run-level content control a clerk fills. The markup that survives Word and
// LibreOffice: one control inside its own bookmark, text bound to the custom XML part, dates and
// lists not bound. Written by the composer, filled and read by Form.
//
// Names. The first blank of a field is editable and stands in the bookmark qc_<field>; each further
// one repeats it, is locked, and stands in qc_<field>_r2, _r3 … All carry w:tag = <field>. The
// editable blank is the first in document order.

#include <map>
#include <string>

#include "quyche/values.hpp"

namespace quyche {

inline constexpr const char* k_form_namespace = "urn:quyche:form:1";
inline constexpr const char* k_form_store = "{6F1D2C74-3B0E-4C55-9A57-0C3B5E2D7A11}";

/// The text a value is shown as: dates by `form` ("words" → "ngày 05 tháng 6 năm 2018", else
/// 05/6/2018), choices by label, "upper" and "title" applied.
[[nodiscard]] std::string shown_value(const Field& field, const std::string& value,
                                      const std::string& form);
/// What an empty blank shows: "[" + the field's label + "]".
[[nodiscard]] std::string shown_empty(const Field& field);

/// Hands out blanks of one document: control ids, bookmark ids and repetition numbers.
class BlankWriter {
 public:
  /// Appends bookmark + control for one occurrence of `field`. `value` empty: an empty blank.
  /// `run_properties` is the inner XML of w:rPr of the surrounding text (may be empty).
  void append(std::string& out, const Field& field, const std::string& value,
              const std::string& form, const std::string& run_properties);
  /// Marks the start and end of one wording of an alternative: bookmark qv_<n>_<k> … around whole
  /// paragraphs. See docx/alternative.hpp.
  [[nodiscard]] int next_bookmark_id() { return ++bookmark_id_; }

 private:
  int bookmark_id_ = 0;
  int control_id_ = 1000;
  std::map<std::string, int> repetitions_;
};

/// customXml/item1.xml: one element a bound field, in the order of `fields`.
[[nodiscard]] std::string form_data(const std::vector<Field>& fields, const Values& values);
/// The parts that make the binding work: itemProps1.xml, its relationship, and the glossary document
/// with the placeholder text of each field.

}  // namespace quyche
