#pragma once
// Files attached to records of the register: kept, listed, given back.

#include <string>
#include <vector>

#include "engine/workshop.hpp"
#include "quyche/register.hpp"

namespace quyche {

RegisterResult run_attach_job(Workshop& workshop, const RegisterAttachment& job);
[[nodiscard]] std::vector<AttachmentEntry> run_attachments_job(Workshop& workshop,
                                                               const RegisterView& view,
                                                               const std::string& record);
RegisterResult run_attachment_copy_job(Workshop& workshop, const RegisterAttachment& job);

}  // namespace quyche
