#pragma once
// One form filled from one record, and filled forms read back into records.

#include <string>
#include <vector>

#include "docx/form.hpp"
#include "engine/workshop.hpp"
#include "model/canonical_value.hpp"

namespace quyche {

[[nodiscard]] JobResult run_fill_job(Workshop& workshop, const std::string& form,
                                     const std::string& data, const std::string& output);

/// {"records": […]}: one object a file, field → canonical text. Findings go to `result`; throws
/// when a file cannot be read at all.
[[nodiscard]] std::string run_collect_job(Workshop& workshop, const std::vector<std::string>& forms,
                                          JobResult& result);

/// The canonical values a form holds. The editable blank of a field goes before its repetitions.
/// `convert` is prepared once for many forms.
[[nodiscard]] Values read_form(const Form& form, const std::vector<Field>& fields,
                               CanonicalValues& convert, Diagnostics& found);

}  // namespace quyche
