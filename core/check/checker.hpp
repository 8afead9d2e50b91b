#pragma once
// Any Word document of these kinds measured by the rules of its family and its own day. The entry
// point of the stage; holds nothing.

#include <string>
#include <string_view>
#include <vector>

#include "check/finding.hpp"
#include "docx/format_profile.hpp"

namespace quyche::check {

/// What one document was measured by, and what was found.
struct CheckResult {
  std::string profile;  ///< id; empty when no profile is in force on the document's day
  std::vector<Finding> findings;
};

/// The profile a document is measured by: the one named, else that of its family and day. Null when
/// none is in force on its day.
[[nodiscard]] const FormatProfile* profile_for(DocumentPackage& package, const Components& parts,
                                               const std::vector<FormatProfile>& profiles,
                                               const std::string& profile);

/// `profile`: id of the profile to take; empty: by the document's family and day. Throws Error:
/// word.*, archive.*, xml.*, check.unknown-profile.
[[nodiscard]] CheckResult check_package(DocumentPackage& package, const DocumentView& view,
                                        const std::vector<FormatProfile>& profiles,
                                        const std::string& profile);

/// As above, from the bytes of a file; `chosen` receives the id of the profile.
[[nodiscard]] std::vector<Diagnostic> check_document(std::string_view bytes,
                                                     const std::string& file,
                                                     const std::vector<FormatProfile>& profiles,
                                                     const std::string& profile,
                                                     std::string& chosen);

}  // namespace quyche::check
