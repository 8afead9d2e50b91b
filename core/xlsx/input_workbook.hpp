#pragma once
// The empty workbook a commune or district types its villages into: one row a village, one column a
// field, with lists, date cells, notes, and the units already in it. Written with libxlsxwriter;
// read back by model/rows.

#include <string>
#include <utility>
#include <vector>

#include "quyche/values.hpp"

namespace quyche {

/// What stands in the workbook. Texts are shown as given.
struct InputWorkbook {
  std::string title;
  std::vector<std::string> guidance;  ///< lines under the title
  std::vector<Field> columns;
  std::vector<std::pair<std::string, std::string>> communes;  ///< code, "xã An Vĩ"
  std::vector<Values> rows;  ///< rows already begun: one a commune, or what was there before
  Date created;
  /// Names of the sheets and the headings of the two sheets of help, in the user's language.
  std::string data_sheet;
  std::string guide_sheet;
  std::string unit_sheet;
  std::vector<std::string> guide_headings;  ///< field, meaning, kind, required, hint
  std::vector<std::string> unit_headings;   ///< code, unit
  std::vector<std::string> type_words;      ///< by FieldType
  std::string yes;
  std::string no;
  std::string bad_value;  ///< shown when a cell refuses what was typed
};

/// Writes to `path`, which must not exist; libxlsxwriter has no in-memory output. Same inputs, same
/// bytes. Throws Error xlsx.write-failed.
void write_input_workbook(const InputWorkbook& workbook, const std::string& path);

}  // namespace quyche
