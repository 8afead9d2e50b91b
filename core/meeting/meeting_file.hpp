#pragma once
// A meeting from and to JSON. Every problem of a file is reported at once, each with the field it
// stands in; unknown names come with the nearest known one. For the jobs and the papers.

#include <string>

#include "base/json_document.hpp"
#include "meeting/meeting.hpp"
#include "quyche/diagnostic.hpp"

namespace quyche::meeting {

/// Throws Error: json.*, meeting.unknown-key, meeting.unknown-word, meeting.bad-*, meeting.missing.
[[nodiscard]] Meeting read_meeting(const std::string& bytes, const std::string& file);

/// With every field a clerk may fill, those without a value empty; read_meeting gives it back.
[[nodiscard]] std::string write_meeting(const Meeting& meeting);

/// The same as trees; what is wrong with one is added to `found`.
[[nodiscard]] Meeting meeting_of(const JsonTree& object, const std::string& file,
                                 Diagnostics& found);
[[nodiscard]] JsonTree tree_of(const Meeting& meeting);

}  // namespace quyche::meeting
