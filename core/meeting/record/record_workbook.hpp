#pragma once
// The record of a meeting as a workbook that a clerk fills: one sheet for the meeting, one each for
// people, households, agenda, votes, tasks. Written with libxlsxwriter, read back whoever saved it.

#include <string>
#include <string_view>
#include <vector>

#include "meeting/record/record_table.hpp"

namespace quyche::meeting {

/// Writes to `path`. Throws Error xlsx.write-failed, meeting-record.too-long (a paragraph that no
/// cell holds).
void write_record_workbook(const std::vector<RecordTable>& tables, const RecordLayout& layout,
                           const Meeting& meeting, const std::string& path);

/// The tables of a filled workbook; what is misnamed is a finding. Throws Error xlsx.*,
/// meeting-record.not-a-record.
[[nodiscard]] std::vector<RecordTable> read_record_workbook(std::string_view bytes,
                                                            const std::string& file,
                                                            const RecordLayout& layout,
                                                            Diagnostics& found);

}  // namespace quyche::meeting
