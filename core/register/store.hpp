#pragma once
// The register as records: reading them, and changing them inside one transaction that writes down
// who changed what, when, from what to what. Used by everything in register/; owns the connection.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "quyche/values.hpp"
#include "register/database.hpp"
#include "register/schema.hpp"

namespace quyche {

using RowId = std::int64_t;

/// One row. References are in `values` as decimal text; empty columns are left out.
struct Record {
  RowId id = 0;
  Values values;
  [[nodiscard]] const std::string& text(std::string_view column) const;
  [[nodiscard]] RowId reference(std::string_view column) const;
};

/// Who acts, and when ("2018-12-31T14:05:09"): given by the caller, so that tests know them.
struct Actor {
  std::string name;
  std::string time;
};

class Store {
 public:
  /// Opens a register and brings it to today's version. With `create` makes one where none is;
  /// else throws Error register.absent, register.newer, and those of Database.
  Store(const DatabaseAddress& address, bool create, const Files& files);

  [[nodiscard]] Database& database() { return database_; }
  /// Rows of a table in the order of their ids; `where` is SQL with $1 ….
  [[nodiscard]] std::vector<Record> select(std::string_view table, const std::string& where = {},
                                           const Database::Cells& parameters = {});

 private:
  Database database_;
};

/// One change in progress: everything or nothing. Rolled back unless committed.
class Change {
 public:
  struct Counts {
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t removed = 0;
    friend bool operator==(const Counts&, const Counts&) = default;
  };

  Change(Store& store, std::string kind, const Actor& actor, std::string source);
  Change(const Change&) = delete;
  Change& operator=(const Change&) = delete;
  ~Change();

  RowId insert(std::string_view table, Values values);
  /// Sets the columns of `given` that differ; true when one did. `record` becomes what is stored.
  bool update(std::string_view table, Record& record, const Values& given);
  void remove(std::string_view table, const std::vector<Record>& records);
  /// Marks an earlier change as undone by this one.
  void mark_undone(RowId set);
  /// What was inserted so far can be selected.
  void flush();
  /// Keeps everything, if there is anything to keep.
  void commit();
  /// Keeps the entry in the history although it changes nothing: an export.
  void keep();

  [[nodiscard]] const std::map<std::string, Counts>& counts() const { return counts_; }
  [[nodiscard]] Store& store() { return store_; }

 private:
  void note(std::string_view table, RowId row, const Values* before, const Values* after);
  Database::Block& block(const std::string& table);

  Store& store_;
  RowId set_ = 0;
  RowId last_id_ = 0;
  RowId kept_last_id_ = 0;
  bool open_ = true;
  std::size_t waiting_ = 0;
  std::string kind_;
  Actor actor_;
  std::string source_;
  std::map<std::string, Database::Block, std::less<>> blocks_;
  std::map<std::string, Counts> counts_;
};

/// A row's values as JSON text and back, as `change` keeps them.
[[nodiscard]] std::string values_json(const Values& values);
[[nodiscard]] Values json_values(const std::string& text);

/// Whether a text is the number of a record: at most seventeen digits.
[[nodiscard]] bool is_record_number(const std::string& text);

}  // namespace quyche
