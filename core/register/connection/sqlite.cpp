// Registers in a file.

#include <Poco/Data/SQLite/Connector.h>

#include "register/connection/poco_connection.hpp"

extern "C" __attribute__((visibility("default"))) quyche::DatabaseConnection*
quyche_open_connection_1(const std::string& options, std::size_t seconds) {
  static const bool k_registered = [] {
    Poco::Data::SQLite::Connector::registerConnector();
    return true;
  }();
  static_cast<void>(k_registered);
  return quyche::open_poco_connection("SQLite", options, seconds).release();
}
