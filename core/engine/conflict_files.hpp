#pragma once
// What a rebase asks and what people answered, as files in its folder: conflicts.docx to decide in
// Word, conflicts.json for programs. Used by the rebase jobs.

#include <optional>
#include <string>
#include <vector>

#include "compare/transplant.hpp"
#include "engine/workshop.hpp"

namespace quyche {

/// Where the questions of one district or village stand.
struct ConflictFiles {
  std::string stem;  ///< path without ".docx", ".json"
  std::string author;
  Date day;
  std::string family;
};

/// Decisions in `file` (.docx or .json). Throws Error rebase.bad-decisions.
[[nodiscard]] Choices read_choices(Workshop& workshop, const std::string& file);
/// Those in the files of an earlier run, if there are any.
[[nodiscard]] Choices read_earlier_choices(Workshop& workshop, const ConflictFiles& files);

/// Writes both files; without conflicts removes them. What a person has decided already stays in
/// the way it was decided. Paths written.
std::vector<std::string> write_conflicts(Workshop& workshop, const ConflictFiles& files,
                                         const std::vector<RebaseConflict>& conflicts,
                                         const Choices& decided);

}  // namespace quyche
