#include "register/wanted_rows.hpp"

#include <utility>

namespace quyche {
namespace {

constexpr const char* k_table = "wanted_row";

}  // namespace

WantedRows::WantedRows(Store& store) : store_(store) {
  auto& database = store_.database();
  database.execute(std::string("CREATE TEMPORARY TABLE IF NOT EXISTS ") + k_table +
                   "(wanted_id BIGINT NOT NULL, wanted_text TEXT NOT NULL)");
  database.execute(std::string("DELETE FROM ") + k_table);
  waiting_.table = k_table;
  waiting_.id_columns = {"wanted_id"};
  waiting_.text_columns = {"wanted_text"};
  waiting_.ids.resize(1);
  waiting_.texts.resize(1);
}

void WantedRows::want(RowId id, std::string text) {
  waiting_.ids.front().push_back(id);
  waiting_.texts.front().push_back(std::move(text));
}

std::vector<Record> WantedRows::with(std::string_view table, const std::string& column) {
  put_down();
  if (is_clean_) return {};
  return store_.select(table, column + " IN (SELECT wanted_id FROM " + k_table + ")");
}

std::vector<Record> WantedRows::with(std::string_view table, const std::string& column,
                                     const std::string& expression) {
  put_down();
  if (is_clean_) return {};
  // Told which table comes first, SQLite uses the whole of an index on both columns.
  return store_.select(table, std::string("id IN (SELECT t.id FROM ") + k_table + " CROSS JOIN " +
                                  std::string(table) + " t WHERE t." + column + "=wanted_id AND " +
                                  expression + "=wanted_text)");
}

void WantedRows::put_down() {
  if (waiting_.size() == 0) return;
  store_.database().insert(waiting_);
  waiting_.ids.front().clear();
  waiting_.texts.front().clear();
  is_clean_ = false;
}

void WantedRows::clear() {
  waiting_.ids.front().clear();
  waiting_.texts.front().clear();
  if (is_clean_) return;
  store_.database().execute(std::string("DELETE FROM ") + k_table);
  is_clean_ = true;
}

}  // namespace quyche
