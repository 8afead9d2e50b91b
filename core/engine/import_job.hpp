#pragma once
// The model regulation in and out of Word.

#include <string>

#include "engine/workshop.hpp"

namespace quyche {

[[nodiscard]] JobResult run_import_job(Workshop& workshop, const std::string& docx,
                                       const std::string& output);
/// The model itself as a Word document: nothing localised, every field a blank.
[[nodiscard]] JobResult run_export_job(Workshop& workshop, const std::string& output,
                                       std::optional<Date> date);

}  // namespace quyche
