#pragma once
// One connection to a SQLite file or a PostgreSQL server. All values are text and row ids; a
// failure is an Error that says what a clerk can do. Owned by Store.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/environment.hpp"

namespace quyche {

/// Where a register lives: "folder/name.sqlite", "sqlite:name", or
/// "postgresql://user:password@host:port/name". `wait` seconds for others who write.
struct DatabaseAddress {
  std::string url;
  unsigned wait = 10;
};

class Database {
 public:
  enum class Engine { sqlite, postgresql };
  using Cells = std::vector<std::string>;
  using RowReader = std::function<void(const Cells&)>;

  /// Opens what exists; with `create` also makes the SQLite file. Throws Error register.absent,
  /// register.no-connection, and file.* for what the disk refuses.
  Database(const DatabaseAddress& address, bool create, const Files& files);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  [[nodiscard]] Engine engine() const;
  /// As findings name it: the path, or the URL without its password.
  [[nodiscard]] const std::string& name() const;

  /// One statement without a result; parameters are $1, $2 … in their order.
  void execute(const std::string& sql, const Cells& parameters = {});
  /// Every row of "SELECT columns rest", as text, one after the other; absent values are empty.
  void read(const Cells& columns, const std::string& rest, const Cells& parameters,
            const RowReader& reader);
  /// The first cell of the first row, or empty.
  [[nodiscard]] std::string one(const std::string& column, const std::string& rest,
                                const Cells& parameters = {});

  /// Rows to be inserted: `ids` and `references` beside the text columns, all of one length.
  struct Block {
    std::string table;
    std::vector<std::string> id_columns;
    std::vector<std::string> text_columns;
    std::vector<std::vector<std::int64_t>> ids;  ///< by column
    std::vector<std::vector<std::string>> texts;
    [[nodiscard]] std::size_t size() const { return ids.empty() ? 0 : ids.front().size(); }
  };
  void insert(Block& block);

  /// Writers come one after the other; readers see one state. Throws Error file.register-locked.
  void begin_writing();
  void begin_reading();
  void commit();
  void rollback() noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// The user and password of a URL left out.
[[nodiscard]] std::string without_password(const std::string& url);

}  // namespace quyche
