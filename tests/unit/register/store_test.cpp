// Opening, changing and undoing, on SQLite and, when QUYCHE_POSTGRESQL names a server, on that too.

#include "register/store.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "base/environment.hpp"
#include "register/history.hpp"
#include "register/life_cycle.hpp"
#include "support/catch.hpp"
#include "support/caught.hpp"
#include "support/scratch_folder.hpp"

namespace quyche {
namespace {

const Actor k_actor{"tester", "2018-12-31T08:00:00"};

// A register that is gone after the test: a file, or a schema of its own on the server.
class TestRegister {
 public:
  TestRegister() {
    const char* server = std::getenv("QUYCHE_POSTGRESQL");
    address_.url = server != nullptr ? server : folder_.path("register.sqlite");
    address_.wait = 1;
    if (server == nullptr) return;
    Database database(address_, false, files_);
    database.execute("DROP SCHEMA public CASCADE");
    database.execute("CREATE SCHEMA public");
  }
  [[nodiscard]] const DatabaseAddress& address() const { return address_; }
  [[nodiscard]] const DiskFiles& files() const { return files_; }
  [[nodiscard]] Store open() const { return Store(address_, true, files_); }

 private:
  ScratchFolder folder_;
  DiskFiles files_;
  DatabaseAddress address_;
};

RowId add_cell(Change& change, const std::string& name) {
  const auto unit = change.insert(
      "unit", {{"code", "12229"}, {"type", "type"}, {"name", "Place"}, {"level", "commune"}});
  return change.insert("cell", {{"unit_id", std::to_string(unit)}, {"name", name}});
}

constexpr RowId k_row = 7;

// The columns a table has in the database itself; none when there is no such table.
std::vector<std::string> stored_columns(Database& database, const std::string& table) {
  const bool is_sqlite = database.engine() == Database::Engine::sqlite;
  std::vector<std::string> columns;
  database.read({is_sqlite ? "name" : "column_name"},
                is_sqlite ? "FROM pragma_table_info('" + table + "')"
                          : "FROM information_schema.columns WHERE table_schema=current_schema() "
                            "AND table_name='" +
                                table + "'",
                {}, [&](const Database::Cells& cells) { columns.push_back(cells.front()); });
  return columns;
}

// A row with something in every column, which refers to the rows of the same number.
void insert_row(Database& database, const Table& table, const std::vector<std::string>& columns) {
  std::string names;
  std::string values;
  for (const auto& column : columns) {
    const bool is_text = table.has_column(column);
    names += (names.empty() ? "" : ",") + column;
    values += values.empty() ? "" : ",";
    values += is_text ? "'" + table.name + " " + column + "'" : std::to_string(k_row);
  }
  database.execute("INSERT INTO " + table.name + "(" + names + ") VALUES(" + values + ")");
}

}  // namespace

TEST_CASE("a change is kept whole when committed and not at all otherwise", "[register]") {
  const TestRegister place;
  auto store = place.open();
  {
    Change change(store, "import", k_actor, "a.csv");
    add_cell(change, "lost");
  }
  CHECK(store.select("cell").empty());
  {
    Change change(store, "import", k_actor, "b.csv");
    add_cell(change, "kept");
    change.commit();
  }
  const auto cells = store.select("cell");
  REQUIRE(cells.size() == 1);
  CHECK(cells.front().text("name") == "kept");
  const auto history = read_history(store);
  REQUIRE(history.size() == 1);
  CHECK(history.front().author == "tester");
  CHECK(history.front().time == "2018-12-31T08:00:00");
  CHECK(history.front().source == "b.csv");
  CHECK(history.front().rows == 2);
}

TEST_CASE("undoing an import brings back what stood before it", "[register]") {
  const TestRegister place;
  auto store = place.open();
  {
    Change change(store, "init", k_actor, "");
    add_cell(change, "first");
    change.commit();
  }
  {
    Change change(store, "import", k_actor, "b.csv");
    auto cell = store.select("cell").front();
    CHECK(change.update("cell", cell, {{"name", "second"}, {"note", "new"}}));
    CHECK_FALSE(change.update("cell", cell, {{"name", "second"}}));
    change.commit();
  }
  const auto changes = undo_last_change(store, k_actor, false).changes;
  REQUIRE(changes.size() == 1);
  CHECK(changes.front() == TableChange{"cell", 0, 1, 0});
  const auto cell = store.select("cell").front();
  CHECK(cell.text("name") == "first");
  CHECK(cell.text("note").empty());
  CHECK(caught([&] {
          (void)undo_last_change(store, k_actor, false);
        }).find("[register.nothing-to-undo]") != std::string::npos);
}

TEST_CASE("undoing takes a row away only when nothing refers to it any longer", "[register]") {
  const TestRegister place;
  auto store = place.open();
  {
    Change change(store, "init", k_actor, "");
    add_cell(change, "first");
    change.commit();
  }
  const auto home = store.select("cell").front().text("unit_id");
  const auto units = store.select("unit").size();
  {
    Change change(store, "import", k_actor, "b.csv");
    auto cell = store.select("cell").front();
    CHECK(change.update("cell", cell, {{"note", "on the way"}}));  // before there is its new home
    const auto unit = change.insert("unit", {{"code", "99999"}, {"name", "Mẫu"}});
    CHECK(change.update("cell", cell, {{"unit_id", std::to_string(unit)}, {"note", ""}}));
    change.insert("cell", {{"unit_id", std::to_string(unit)}, {"name", "second"}});
    change.commit();
  }
  CHECK(store.select("unit").size() == units + 1);
  const auto changes = undo_last_change(store, k_actor, false).changes;
  CHECK(changes == std::vector<TableChange>{{"unit", 0, 0, 1}, {"cell", 0, 1, 1}});
  const auto cells = store.select("cell");
  REQUIRE(cells.size() == 1);
  CHECK(cells.front().text("unit_id") == home);
  CHECK(cells.front().text("note").empty());
  CHECK(store.select("unit").size() == units);
}

TEST_CASE("an import is not undone when its rows were changed again", "[register]") {
  const TestRegister place;
  auto store = place.open();
  {
    Change change(store, "import", k_actor, "a.csv");
    add_cell(change, "first");
    change.commit();
  }
  {
    Change change(store, "init", k_actor, "");
    auto cell = store.select("cell").front();
    change.update("cell", cell, {{"name", "second"}});
    change.commit();
  }
  CHECK(caught([&] {
          (void)undo_last_change(store, k_actor, false);
        }).find("[register.undo-conflict]") != std::string::npos);
  CHECK(store.select("cell").front().text("name") == "second");
}

TEST_CASE("a register of every earlier version becomes one of today, with all that was in it",
          "[register]") {
  for (int version = 1; version < schema_version(); ++version) {
    const TestRegister place;
    std::map<std::string, std::vector<std::string>> columns;  // of the tables of that version
    {
      Database database(place.address(), true, place.files());
      database.begin_writing();
      migrate(database, version);
      for (const auto& table : register_tables()) {
        columns[table.name] = stored_columns(database, table.name);
        if (!columns[table.name].empty()) insert_row(database, table, columns[table.name]);
      }
      database.commit();
      CHECK(stored_version(database) == version);
    }
    Store store(place.address(), false, place.files());
    CHECK(stored_version(store.database()) == schema_version());
    for (const auto& table : register_tables()) {
      const auto& before = columns[table.name];
      const auto records = store.select(table.name);
      REQUIRE(records.size() == (before.empty() ? 0 : 1));
      if (before.empty()) continue;
      CHECK(records.front().id == k_row);
      for (const auto& column : table.columns) {
        const bool was_there = std::find(before.begin(), before.end(), column) != before.end();
        CHECK(records.front().text(column) == (was_there ? table.name + " " + column : ""));
      }
      for (const auto& reference : table.references) {
        CHECK(records.front().reference(reference.name) == k_row);
      }
      auto now = stored_columns(store.database(), table.name);
      CHECK(now.size() == 1 + table.references.size() + table.columns.size());
    }
  }
}

TEST_CASE("a register of a newer program is refused and left alone", "[register]") {
  const TestRegister place;
  { auto store = place.open(); }
  {
    Database database(place.address(), false, place.files());
    database.execute("INSERT INTO register_version(version) VALUES(99)");
  }
  CHECK(caught([&] {
          Store store(place.address(), false, place.files());
        }).find("[register.newer]") != std::string::npos);
}

TEST_CASE("a second writer is told that the register is held", "[register]") {
  const TestRegister place;
  auto first = place.open();
  auto second = place.open();
  Change change(first, "import", k_actor, "a.csv");
  CHECK(caught([&] {
          Change other(second, "import", k_actor, "b.csv");
        }).find("[file.register-locked]") != std::string::npos);
}

TEST_CASE("texts come back as they were stored", "[register]") {
  const TestRegister place;
  auto store = place.open();
  const std::string text = "=cmd|'/c' \"$1\" \\ ; -- %s\n" + std::string(40'000, 'x');
  {
    Change change(store, "import", k_actor, "a.csv");
    add_cell(change, text);
    change.commit();
  }
  CHECK(store.select("cell").front().text("name") == text);
}

TEST_CASE("the states of a cell follow one another without gaps", "[register]") {
  const TestRegister place;
  auto store = place.open();
  {
    Change change(store, "import", k_actor, "a.csv");
    const auto cell = add_cell(change, "cell");
    const auto unit = cell - 2;  // its own line in the journal stands between
    LifeCycles life(change);
    life.start(cell, unit, "issued", "2018-10-22", 0);
    CHECK(life.on(cell, "2018-10-21")->text("state") == "not_started");
    CHECK(life.on(cell, "2018-10-22")->text("state") == "issued");
    CHECK(life.set(cell, "2020-01-01", {{"state", "needs_review"}}));
    CHECK(life.set(cell, "2018-05-01", {{"state", "drafting"}}));
    CHECK_FALSE(life.set(cell, "2018-06-01", {{"state", "drafting"}}));
    CHECK(life.on(cell, "2018-09-01")->text("state") == "drafting");
    CHECK(life.on(cell, "2019-12-31")->text("state") == "issued");
    CHECK(life.on(cell, "2030-01-01")->text("state") == "needs_review");
    change.commit();
  }
  Diagnostics found;
  check_register(store, found);
  CHECK(shown(found.findings()).empty());
}

TEST_CASE("a check finds what was changed behind the register's back", "[register]") {
  const TestRegister place;
  auto store = place.open();
  {
    Change change(store, "import", k_actor, "a.csv");
    add_cell(change, "cell");
    change.commit();
  }
  store.database().execute("UPDATE unit SET name='Elsewhere'");
  Diagnostics found;
  check_register(store, found);
  const auto text = shown(found.findings());
  CHECK(text.find("[register.journal-differs]") != std::string::npos);
  CHECK(text.find("[register.standing-gap]") != std::string::npos);
}

TEST_CASE("the password of a server is never shown", "[register]") {
  CHECK(without_password("postgresql://me:secret@host:5432/name") == "postgresql://host:5432/name");
  CHECK(without_password("folder/me@home.sqlite") == "folder/me@home.sqlite");
}

}  // namespace quyche
