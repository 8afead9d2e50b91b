#include "register/database.hpp"

#include <Poco/Exception.h>
#include <Poco/URI.h>
#include <dlfcn.h>

#include <algorithm>

#include "quyche/diagnostic.hpp"
#include "register/connection/connection.hpp"
#include "register/database_fault.hpp"

namespace quyche {
namespace {

// Opening a file waits for nobody: what cannot be opened now cannot be opened in a minute.
constexpr std::size_t k_open_seconds = 1;
// Cells of a row travel as one text: one value a row is read several times faster than twenty, and
// no text of a register holds this character (see Store).
constexpr char k_separator = '\x1f';

bool is_postgresql(const std::string& url) {
  return url.starts_with("postgresql://") || url.starts_with("postgres://");
}

std::string sqlite_path(const std::string& url) {
  return url.starts_with("sqlite:") ? url.substr(7) : url;
}

void add_option(std::string& out, const char* name, const std::string& value) {
  if (!value.empty()) out += std::string(name) + "=" + value + " ";
}

/// Throws Error register.failed for what is no address.
Poco::URI uri_of(const DatabaseAddress& address) {
  try {
    return Poco::URI(address.url);
  } catch (const Poco::Exception& problem) {
    throw Error(database_finding(without_password(address.url), problem.displayText()));
  }
}

std::string postgresql_options(const DatabaseAddress& address) {
  const auto uri = uri_of(address);
  std::string user = uri.getUserInfo();
  std::string password;
  if (const auto colon = user.find(':'); colon != std::string::npos) {
    password = user.substr(colon + 1);
    user.resize(colon);
  }
  std::string host = uri.getHost();
  for (const auto& [name, value] : uri.getQueryParameters()) {
    if (name == "host") host = value;  // the folder of a local socket
  }
  std::string out;
  add_option(out, "host", host);
  add_option(out, "port", std::to_string(uri.getPort() == 0 ? 5432 : uri.getPort()));
  add_option(out, "user", user);
  add_option(out, "password", password);
  add_option(out, "dbname", uri.getPath().empty() ? std::string() : uri.getPath().substr(1));
  return out;
}

// One call that puts all columns into one text: a chain of || copies the row once a column.
std::string joined(const Database::Cells& columns, Database::Engine engine) {
  const bool is_sqlite = engine == Database::Engine::sqlite;
  std::string pattern;
  std::string names;
  for (const auto& column : columns) {
    if (!pattern.empty()) pattern += k_separator;
    pattern += "%s";
    names += "," + column;
  }
  return (is_sqlite ? "printf('" : "format('") + pattern + "'" + names + ")";
}

void split(const std::string& row, Database::Cells& cells) {
  std::size_t from = 0;
  for (auto& cell : cells) {
    const auto end = std::min(row.find(k_separator, from), row.size());
    cell.assign(row, from, end - from);
    from = std::min(end + 1, row.size());
  }
}

struct Connector {
  const char* engine;
  const char* library;
  const char* packages;
};
constexpr Connector k_sqlite{"SQLite", "libquyche_sqlite.so", "libpocodatasqlite, libsqlite3"};
constexpr Connector k_postgresql{"PostgreSQL", "libquyche_postgresql.so",
                                 "libpocodatapostgresql, libpq"};

// dlopen itself and not Poco's: the library stands beside the one that calls.
OpenConnection* load(const Connector& connector, const std::string& name) {
  auto* const library = dlopen(connector.library, RTLD_NOW | RTLD_LOCAL);  // stays for good
  auto* const entry = library == nullptr ? nullptr : dlsym(library, k_open_connection);
  if (entry == nullptr) {
    throw Error(Diagnostic{Severity::error,
                           {"register.no-connector", {connector.engine, dlerror()}},
                           {name, {}, {}, 0, 0},
                           {{"hint.register-connector", {connector.packages, connector.library}}}});
  }
  return reinterpret_cast<OpenConnection*>(entry);
}

OpenConnection* opener_of(Database::Engine engine, const std::string& name) {
  if (engine == Database::Engine::sqlite) {
    static auto* const sqlite = load(k_sqlite, name);
    return sqlite;
  }
  static auto* const postgresql = load(k_postgresql, name);
  return postgresql;
}

}  // namespace

std::string without_password(const std::string& url) {
  const auto at = url.rfind('@');
  const auto slashes = url.find("//");
  if (!is_postgresql(url) || at == std::string::npos) return url;
  return url.substr(0, slashes + 2) + url.substr(at + 1);
}

struct Database::Impl {
  /// Runs `work`; what the engine refuses becomes an Error about this database.
  template <typename Work>
  auto guarded(const Work& work) const {
    try {
      return work();
    } catch (const DatabaseRefusal& refusal) {
      throw Error(database_finding(name, refusal.what()));
    }
  }

  Engine engine = Engine::sqlite;
  std::string name;
  std::unique_ptr<DatabaseConnection> connection;
};

Database::Database(const DatabaseAddress& address, bool create, const Files& files) {
  const auto engine = is_postgresql(address.url) ? Engine::postgresql : Engine::sqlite;
  const auto name = without_password(address.url);
  const auto path = sqlite_path(address.url);
  if (engine == Engine::sqlite && !create && !files.exists(path)) {
    throw Error(Diagnostic{Severity::error,
                           {"register.absent", {}},
                           {path, {}, {}, 0, 0},
                           {{"hint.register-init", {}}}});
  }
  const bool is_file = engine == Engine::sqlite;
  const auto options = is_file ? path : postgresql_options(address);
  auto* const open = opener_of(engine, name);
  const auto seconds =
      is_file ? k_open_seconds : std::max<std::size_t>(address.wait, k_open_seconds);
  impl_ = std::make_unique<Impl>();
  impl_->engine = engine;
  impl_->name = name;
  impl_->guarded([&] { impl_->connection.reset(open(options, seconds)); });
  const auto wait = std::to_string(address.wait * 1000);
  if (is_file) {
    execute("PRAGMA busy_timeout=" + wait);
    execute("PRAGMA foreign_keys=ON");
    execute("PRAGMA cache_size=-8192");  // KiB: indexes of names are filled all over
  } else {
    execute("SET lock_timeout=" + wait);
    execute("SET client_min_messages=warning");
  }
}

Database::~Database() = default;

Database::Engine Database::engine() const { return impl_->engine; }

const std::string& Database::name() const { return impl_->name; }

void Database::execute(const std::string& sql, const Cells& parameters) {
  impl_->guarded([&] { impl_->connection->execute(sql, parameters); });
}

void Database::read(const Cells& columns, const std::string& rest, const Cells& parameters,
                    const RowReader& reader) {
  const auto sql = "SELECT " + joined(columns, impl_->engine) + " AS cells " + rest;
  Cells cells(columns.size());
  impl_->guarded([&] {
    impl_->connection->read(sql, parameters, [&](const std::vector<std::string>& rows) {
      for (const auto& row : rows) {
        split(row, cells);
        reader(cells);
      }
    });
  });
}

std::string Database::one(const std::string& column, const std::string& rest,
                          const Cells& parameters) {
  std::string first;
  bool any = false;
  read({column}, rest, parameters, [&](const Cells& cells) {
    if (!any) first = cells.front();
    any = true;
  });
  return first;
}

void Database::insert(Block& block) {
  if (block.size() == 0) return;
  std::string columns;
  std::string marks;
  std::size_t count = 0;
  for (const auto* names : {&block.id_columns, &block.text_columns}) {
    for (const auto& name : *names) {
      columns += (count == 0 ? "" : ",") + name;
      marks += (count == 0 ? "$" : ",$") + std::to_string(count + 1);
      ++count;
    }
  }
  const auto sql = "INSERT INTO " + block.table + "(" + columns + ") VALUES(" + marks + ")";
  impl_->guarded([&] { impl_->connection->insert(sql, block.ids, block.texts); });
}

void Database::begin_writing() {
  if (impl_->engine == Engine::sqlite) return execute("BEGIN IMMEDIATE");
  execute("BEGIN");
  try {
    // A key no other program uses: one writer of a register at a time, also while it is made.
    execute("SELECT pg_advisory_xact_lock(7821540)");
  } catch (...) {
    rollback();
    throw;
  }
}

void Database::begin_reading() {
  const bool is_sqlite = impl_->engine == Engine::sqlite;
  execute(is_sqlite ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
}

void Database::commit() { execute("COMMIT"); }

void Database::rollback() noexcept {
  try {
    impl_->connection->execute("ROLLBACK", {});
  } catch (const DatabaseRefusal&) {
    // The engine has rolled back by itself, or the connection is gone: nothing was committed.
    return;
  }
}

}  // namespace quyche
