#pragma once
// `quyche amend`: the decision to amend, the consolidated text and the redline, from two versions.

#include <optional>
#include <string>
#include <vector>

#include "engine/compared_text.hpp"
#include "engine/workshop.hpp"

namespace quyche {

[[nodiscard]] JobResult run_amend_job(Workshop& workshop, const AmendJob& job);

/// decision.docx, decision.xml, consolidated.docx, consolidated.xml.
struct AmendingFiles {
  struct File {
    std::string name;
    std::string bytes;
  };
  std::vector<File> files;
  std::size_t items = 0;  ///< points of the decision
};
/// `day`: the decision's, from which it holds. Throws Error amend.nothing.
[[nodiscard]] AmendingFiles make_amending_files(Workshop& workshop, const ComparedText& before,
                                                const ComparedText& after, std::optional<Date> day,
                                                Diagnostics& found);

}  // namespace quyche
