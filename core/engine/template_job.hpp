#pragma once
// The commune's template: the regulation localised, set in the format of its day, its open fields
// as blanks; beside it the same text as Akoma Ntoso.

#include <string>

#include "engine/workshop.hpp"
#include "localise/localiser.hpp"

namespace quyche {

/// Both files of one template, as bytes.
struct TemplateFiles {
  std::string docx;
  std::string xml;
};
/// `show_origins`: the margin says who wrote each provision.
[[nodiscard]] TemplateFiles make_template(Workshop& workshop, const LocalRegulation& regulation,
                                          bool show_origins = false);

[[nodiscard]] JobResult run_template_job(Workshop& workshop, const TemplateJob& job,
                                         const ProgressReport& report);

}  // namespace quyche
