#include "register/connection/poco_connection.hpp"

#include <Poco/Data/Session.h>

namespace quyche {
namespace {

using Poco::Data::Keywords::into;
using Poco::Data::Keywords::limit;
using Poco::Data::Keywords::use;

constexpr std::size_t k_rows_at_once = 512;

/// Runs `work`; what Poco throws becomes a refusal.
template <typename Work>
auto guarded(const Work& work) {
  try {
    return work();
  } catch (const Poco::Exception& problem) {
    throw DatabaseRefusal(problem.displayText());
  }
}

class PocoConnection final : public DatabaseConnection {
 public:
  PocoConnection(const std::string& engine, const std::string& options, std::size_t seconds)
      : session_(engine, options, seconds) {}

  void execute(const std::string& sql, Texts parameters) override {
    guarded([&] {
      Poco::Data::Statement statement(session_);
      statement << sql;
      for (auto& parameter : parameters) statement, use(parameter);
      statement.execute();
    });
  }

  void read(const std::string& sql, Texts parameters,
            const std::function<void(const Texts&)>& reader) override {
    guarded([&] {
      Poco::Data::Statement statement(session_);
      Texts rows;
      statement << sql, into(rows), limit(k_rows_at_once);
      for (auto& parameter : parameters) statement, use(parameter);
      do {
        rows.clear();
        statement.execute();
        reader(rows);
      } while (!statement.done());
    });
  }

  void insert(const std::string& sql, std::vector<std::vector<std::int64_t>>& numbers,
              std::vector<Texts>& texts) override {
    guarded([&] {
      Poco::Data::Statement statement(session_);
      statement << sql;
      for (auto& column : numbers) statement, use(column);
      for (auto& column : texts) statement, use(column);
      statement.execute();
    });
  }

 private:
  Poco::Data::Session session_;
};

}  // namespace

std::unique_ptr<DatabaseConnection> open_poco_connection(const std::string& engine,
                                                         const std::string& options,
                                                         std::size_t seconds) {
  return guarded([&]() -> std::unique_ptr<DatabaseConnection> {
    return std::make_unique<PocoConnection>(engine, options, seconds);
  });
}

}  // namespace quyche
