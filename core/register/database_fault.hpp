#pragma once
// What SQLite or PostgreSQL refused, as a finding a clerk can act on. For database.

#include <Poco/Exception.h>

#include <string>

#include "quyche/diagnostic.hpp"

namespace quyche {

/// file.register-locked, file.register-full, file.register-unwritable, file.register-damaged,
/// register.no-connection, else register.failed with the engine's own words.
[[nodiscard]] Diagnostic database_finding(const std::string& name, const Poco::Exception& problem);

}  // namespace quyche
