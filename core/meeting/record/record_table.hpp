#pragma once
// A record of a meeting as tables of cells, between the tree of its fields and a workbook or a Word
// form. Going out, cells hold canonical text (days ISO, words of choices as in JSON); coming in,
// what somebody typed, with the place where it stands. Refers to the layout, which must outlive it.

#include <map>
#include <string>
#include <vector>

#include "base/json_document.hpp"
#include "meeting/record/record_layout.hpp"
#include "quyche/diagnostic.hpp"

namespace quyche::meeting {

struct RecordCell {
  std::string text;
  Place place;  ///< only of what was read
};

struct RecordRow {
  std::string number;             ///< of the entry; empty: the row goes on with the one above
  std::vector<RecordCell> cells;  ///< one a field of the sheet
  Place place{};                  ///< of the number
};

struct RecordTable {
  const RecordSheet* sheet = nullptr;
  std::vector<RecordRow> rows;  ///< of a sheet of fields: one
};

/// Where a value of the record stands in the file a clerk has open: path ("votes/2/count/yes") →
/// place.
using RecordPlaces = std::map<std::string, Place>;

/// The tables of a record, those for its kind and those with something in them.
[[nodiscard]] std::vector<RecordTable> spread_record(const JsonTree& record, Kind kind,
                                                     const RecordLayout& layout);
/// The tree of what stands in the tables; what does not fit its list is a finding.
[[nodiscard]] JsonTree gather_record(const std::vector<RecordTable>& tables,
                                     const RecordLayout& layout, RecordPlaces& places,
                                     Diagnostics& found);

/// Points a finding about the record (fields and entries) to where it stands in the file, and calls
/// fields by their labels.
void point_into(const RecordPlaces& places, const RecordLayout& layout, Diagnostic& finding);
/// A sentence with keys of the record ("notice_on") replaced by their labels.
[[nodiscard]] std::string with_labels(const RecordLayout& layout, const std::string& sentence);

}  // namespace quyche::meeting
