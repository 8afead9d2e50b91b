#pragma once
// Files attached to records of the register: kept, listed, given back.

#include <vector>

#include "engine/workshop.hpp"
#include "quyche/register.hpp"

namespace quyche {

/// Keeps files, or gives one back when `job.output` is set.
RegisterResult run_attach_job(Workshop& workshop, const RegisterAttachment& job);
[[nodiscard]] std::vector<AttachmentEntry> run_attachments_job(Workshop& workshop,
                                                               const RegisterAttachment& job);

}  // namespace quyche
