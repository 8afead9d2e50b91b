#pragma once
// A connection through Poco::Data, compiled into the library of each engine.

#include <memory>
#include <string>

#include "register/connection/connection.hpp"

namespace quyche {

/// `engine`: as Poco names it. Throws DatabaseRefusal.
[[nodiscard]] std::unique_ptr<DatabaseConnection> open_poco_connection(const std::string& engine,
                                                                       const std::string& options,
                                                                       std::size_t seconds);

}  // namespace quyche
