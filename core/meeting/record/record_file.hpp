#pragma once
// A record of a meeting in whichever of its three forms a clerk has it: JSON, the workbook, the
// Word form. Told apart by what the file holds, not by its name. For the jobs about meetings.

#include <string>

#include "meeting/meeting.hpp"
#include "meeting/record/record_table.hpp"

namespace quyche::meeting {

struct RecordFile {
  Meeting meeting;
  RecordPlaces places;  ///< of its values; empty for JSON, whose findings say where they are
};

/// Throws Error with every finding: meeting.*, meeting-record.*, json.*, xlsx.*, word.*, archive.*.
[[nodiscard]] RecordFile read_record(const std::string& bytes, const std::string& file,
                                     const RecordLayout& layout);

}  // namespace quyche::meeting
