#pragma once
// What SQLite or PostgreSQL refused, as a finding a clerk can act on. For database.

#include <string>

#include "quyche/diagnostic.hpp"

namespace quyche {

/// `said`: the engine's own words. Gives file.register-locked, file.register-full,
/// file.register-unwritable, file.register-damaged, register.no-connection, else register.failed.
[[nodiscard]] Diagnostic database_finding(const std::string& name, const std::string& said);

}  // namespace quyche
