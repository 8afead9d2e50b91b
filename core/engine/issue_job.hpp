#pragma once
// Issuing: every village of a table gets its regulation, .docx and .xml. First all rows are checked
// and nothing is written while one is wrong; then they are printed on all processors.

#include "engine/workshop.hpp"

namespace quyche {

[[nodiscard]] JobResult run_issue_job(Workshop& workshop, const IssueJob& job,
                                      const ProgressReport& report);

}  // namespace quyche
