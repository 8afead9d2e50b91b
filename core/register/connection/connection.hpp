#pragma once
// A connection to a database as a library of its own gives it. SQLite and PostgreSQL each have one
// (libquyche_sqlite.so, libquyche_postgresql.so), opened by Database when a register is wanted:
// with what they need they are half of the libraries of the program, and most commands open none.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace quyche {

/// What the engine refused, in its own words.
class __attribute__((visibility("default"))) DatabaseRefusal : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Every call throws DatabaseRefusal, and what a reader throws (which is nothing of Poco's).
class DatabaseConnection {
 public:
  using Texts = std::vector<std::string>;

  DatabaseConnection() = default;
  DatabaseConnection(const DatabaseConnection&) = delete;
  DatabaseConnection& operator=(const DatabaseConnection&) = delete;
  virtual ~DatabaseConnection() = default;

  /// Parameters are $1, $2 … in their order.
  virtual void execute(const std::string& sql, Texts parameters) = 0;
  /// Rows of one text each, some at a time.
  virtual void read(const std::string& sql, Texts parameters,
                    const std::function<void(const Texts&)>& reader) = 0;
  /// The statement once for each row; parameters by column, numbers first.
  virtual void insert(const std::string& sql, std::vector<std::vector<std::int64_t>>& numbers,
                      std::vector<Texts>& texts) = 0;
};

/// What such a library exports under this name; the caller owns what it gives. `options` as the
/// engine wants them, `seconds` to wait for it. The number changes with DatabaseConnection, so that
/// a library of another release is refused.
using OpenConnection = DatabaseConnection*(const std::string& options, std::size_t seconds);
inline constexpr const char* k_open_connection = "quyche_open_connection_1";

}  // namespace quyche
