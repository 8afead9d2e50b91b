#pragma once
// Files of any kind into the register, in one transaction.

#include "engine/workshop.hpp"
#include "quyche/register.hpp"

namespace quyche {

/// A row that is wrong is left out and told of; the others are kept. Throws Error for a file that
/// cannot be read at all, and then keeps nothing.
RegisterResult run_register_import_job(Workshop& workshop, const RegisterImport& job,
                                       const ProgressReport& report);

}  // namespace quyche
