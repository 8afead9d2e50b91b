#pragma once
// The record of a meeting as a Word form: single values in blanks beside their labels, lists in
// tables with rows to spare, long texts as paragraphs under headings. Nothing in it depends on
// markup that LibreOffice drops: what a value is for is said by the words beside it.

#include <string>
#include <string_view>
#include <vector>

#include "docx/format_profile.hpp"
#include "meeting/record/record_table.hpp"

namespace quyche::meeting {

/// The bytes of the .docx.
[[nodiscard]] std::string write_record_form(const std::vector<RecordTable>& tables,
                                            const RecordLayout& layout, Kind kind,
                                            const FormatProfile& profile);

/// The tables of a filled form; what is misnamed is a finding. Throws Error word.*, archive.*,
/// meeting-record.not-a-record.
[[nodiscard]] std::vector<RecordTable> read_record_form(std::string_view bytes,
                                                        const std::string& file,
                                                        const RecordLayout& layout,
                                                        Diagnostics& found);

/// The blank of a sheet's field: "people_membership".
[[nodiscard]] std::string blank_name(const RecordSheet& sheet, const RecordField& field);
/// "Phần 2. Dự họp", "Kết luận – mục 3".
[[nodiscard]] std::string part_heading(const RecordLayout& layout, const RecordSheet& sheet);
[[nodiscard]] std::string apart_heading(const RecordLayout& layout, const RecordField& field,
                                        const std::string& number);

}  // namespace quyche::meeting
