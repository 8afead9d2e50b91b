#pragma once
// .docx → .pdf through LibreOffice, when it is on the machine.

#include <string>

#include "engine/workshop.hpp"

namespace quyche {

/// Converts every .docx below `folder`. Without LibreOffice: a warning pdf.no-office, nothing else.
void export_pdf(Workshop& workshop, const std::string& folder, JobResult& result);

}  // namespace quyche
