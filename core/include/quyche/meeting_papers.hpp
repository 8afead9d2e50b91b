#pragma once
// What the façade takes to make the papers of meetings. Plain values.

#include <optional>
#include <string>
#include <vector>

#include "quyche/abi.hpp"
#include "quyche/values.hpp"

namespace quyche::inline abi_1 {

/// The papers of one or more meetings.
struct MeetingPapersJob {
  std::vector<std::string> files;
  /// "bien-ban", "nghi-quyet" …: only this paper, of one meeting, into the file `output`. Empty:
  /// every paper into the folder `output`, several meetings each into a folder of its own there.
  std::string paper;
  std::vector<std::string> only;  ///< papers of this name into the folder; empty: every paper
  std::vector<std::string> own_templates;  ///< Word templates that clerks restyled
  std::string output;
};

/// The Word template of a paper, for a clerk to restyle.
struct MeetingTemplateJob {
  std::string paper;         ///< "cell-minutes"
  std::optional<Date> date;  ///< whose format; empty: today
  std::string output;
};

}  // namespace quyche::inline abi_1
