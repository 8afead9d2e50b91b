#pragma once
// The register's small jobs: making one, asking it, taking back the last import, checking it.

#include "engine/workshop.hpp"
#include "quyche/register.hpp"
#include "register/store.hpp"

namespace quyche {

RegisterResult run_register_init_job(Workshop& workshop, const RegisterView& view);
[[nodiscard]] Adoption run_register_status_job(Workshop& workshop, const RegisterView& view);
[[nodiscard]] std::vector<HistoryEntry> run_register_history_job(Workshop& workshop,
                                                                 const RegisterView& view);
RegisterResult run_register_undo_job(Workshop& workshop, const RegisterView& view);
RegisterResult run_register_check_job(Workshop& workshop, const RegisterView& view);

/// Opens the register of a view. Throws Error register.absent and those of Store.
[[nodiscard]] Store open_register(Workshop& workshop, const RegisterView& view);
/// Who runs the program, now.
[[nodiscard]] Actor current_actor();
/// The day of a view as the register keeps days.
[[nodiscard]] std::string view_day(const RegisterView& view);

}  // namespace quyche
