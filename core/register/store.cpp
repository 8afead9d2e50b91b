#include "register/store.hpp"

#include <nlohmann/json.hpp>

#include "quyche/diagnostic.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_rows_waiting = 20'000;

/// A register keeps no control characters but line ends and tabs.
std::string kept_text(std::string text) {
  for (auto& sign : text) {
    if (static_cast<unsigned char>(sign) < 0x20 && sign != '\n' && sign != '\t') sign = ' ';
  }
  return text;
}

std::string number_text(RowId value) { return std::to_string(value); }

}  // namespace

const std::string& Record::text(std::string_view column) const {
  static const std::string empty;
  const auto found = values.find(column);
  return found == values.end() ? empty : found->second;
}

RowId Record::reference(std::string_view column) const {
  const auto& text_value = text(column);
  return text_value.empty() ? 0 : std::stoll(text_value);
}

Store::Store(const DatabaseAddress& address, bool create, const Files& files)
    : database_(address, create, files) {
  const int version = stored_version(database_);
  if (version == schema_version()) return;
  if (version == 0 && !create) {
    throw Error(Diagnostic{Severity::error,
                           {"register.absent", {}},
                           {database_.name(), {}, {}, 0, 0},
                           {{"hint.register-init", {}}}});
  }
  database_.begin_writing();
  try {
    migrate(database_);  // somebody else may have done it while we waited
    database_.commit();
  } catch (...) {
    database_.rollback();
    throw;
  }
}

std::vector<Record> Store::select(std::string_view table, const std::string& where,
                                  const Database::Cells& parameters) {
  const auto& shape = register_table(table);
  std::vector<std::string> columns{"id"};
  for (const auto& reference : shape.references) columns.push_back(reference.name);
  columns.insert(columns.end(), shape.columns.begin(), shape.columns.end());
  std::vector<Record> records;
  const auto rest =
      "FROM " + shape.name + (where.empty() ? "" : " WHERE " + where) + " ORDER BY id";
  database_.read(columns, rest, parameters, [&](const Database::Cells& cells) {
    auto& record = records.emplace_back();
    record.id = std::stoll(cells.front());
    for (std::size_t i = 1; i < cells.size(); ++i) {
      const bool is_none = i <= shape.references.size() && cells[i] == "0";
      if (!cells[i].empty() && !is_none)
        record.values.emplace_hint(record.values.end(), columns[i], cells[i]);
    }
  });
  return records;
}

Change::Change(Store& store, std::string kind, const Actor& actor, std::string source)
    : store_(store), kind_(std::move(kind)), actor_(actor), source_(std::move(source)) {
  store_.database().begin_writing();
  try {
    const auto last = store_.database().one("last_id", "FROM change_set ORDER BY id DESC LIMIT 1");
    last_id_ = last.empty() ? 0 : std::stoll(last);
    kept_last_id_ = last_id_;
    set_ = ++last_id_;
    store_.database().execute("INSERT INTO change_set(id,kind,author,made_at,source) VALUES(" +
                                  number_text(set_) + ",$1,$2,$3,$4)",
                              {kind_, actor_.name, actor_.time, kept_text(source_)});
  } catch (...) {
    store_.database().rollback();
    throw;
  }
}

Change::~Change() {
  if (open_) store_.database().rollback();
}

Database::Block& Change::block(const std::string& table) {
  auto& found = blocks_[table];
  if (!found.table.empty()) return found;
  const auto& shape = register_table(table);
  found.table = table;
  found.id_columns.emplace_back("id");
  for (const auto& reference : shape.references) found.id_columns.push_back(reference.name);
  found.text_columns = shape.columns;
  found.ids.resize(found.id_columns.size());
  found.texts.resize(found.text_columns.size());
  return found;
}

RowId Change::insert(std::string_view table, Values values) {
  for (auto& [name, value] : values) value = kept_text(std::move(value));
  std::erase_if(values, [](const auto& pair) { return pair.second.empty(); });
  const RowId id = ++last_id_;
  auto& waiting = block(std::string(table));
  const Record record{id, std::move(values)};
  waiting.ids.front().push_back(id);
  for (std::size_t i = 1; i < waiting.id_columns.size(); ++i) {
    waiting.ids[i].push_back(record.reference(waiting.id_columns[i]));
  }
  for (std::size_t i = 0; i < waiting.text_columns.size(); ++i) {
    waiting.texts[i].push_back(record.text(waiting.text_columns[i]));
  }
  note(table, id, nullptr, &record.values);
  ++counts_[std::string(table)].added;
  if (++waiting_ >= k_rows_waiting) flush();
  return id;
}

bool Change::update(std::string_view table, Record& record, const Values& given) {
  auto after = record.values;
  for (const auto& [name, value] : given) {
    if (value.empty()) {
      after.erase(name);
    } else {
      after[name] = kept_text(value);
    }
  }
  if (after == record.values) return false;
  if (waiting_ > 0) flush();
  const auto& shape = register_table(table);
  const Record wanted{record.id, std::move(after)};
  std::string sql;
  Database::Cells parameters;
  for (const auto& [name, value] : given) {
    if (wanted.text(name) == record.text(name)) continue;
    sql += sql.empty() ? "" : ",";
    if (shape.has_reference(name)) {
      sql += name + "=" + number_text(wanted.reference(name));
    } else {
      parameters.push_back(wanted.text(name));
      sql += name + "=$" + std::to_string(parameters.size());
    }
  }
  store_.database().execute(
      "UPDATE " + shape.name + " SET " + sql + " WHERE id=" + number_text(record.id), parameters);
  note(table, record.id, &record.values, &wanted.values);
  ++counts_[shape.name].changed;
  record = wanted;
  return true;
}

void Change::remove(std::string_view table, const std::vector<Record>& records) {
  if (records.empty()) return;
  if (waiting_ > 0) flush();
  const auto& shape = register_table(table);
  std::string ids;
  for (const auto& record : records) {
    ids += (ids.empty() ? "" : ",") + number_text(record.id);
    note(table, record.id, &record.values, nullptr);
  }
  store_.database().execute("DELETE FROM " + shape.name + " WHERE id IN (" + ids + ")");
  counts_[shape.name].removed += records.size();
}

void Change::note(std::string_view table, RowId row, const Values* before, const Values* after) {
  auto& waiting = block("change");
  waiting.ids[0].push_back(++last_id_);
  waiting.ids[1].push_back(set_);
  waiting.texts[0].emplace_back(table);
  waiting.texts[1].push_back(number_text(row));
  waiting.texts[2].push_back(before == nullptr ? "" : values_json(*before));
  waiting.texts[3].push_back(after == nullptr ? "" : values_json(*after));
  if (waiting.size() >= k_rows_waiting) flush();
}

void Change::mark_undone(RowId set) {
  store_.database().execute("UPDATE change_set SET undone_by=$1 WHERE id=" + number_text(set),
                            {number_text(set_)});
}

void Change::flush() {
  for (const auto& table : register_tables()) {
    const auto found = blocks_.find(table.name);
    if (found == blocks_.end() || found->second.size() == 0) continue;
    store_.database().insert(found->second);
    for (auto& ids : found->second.ids) ids.clear();
    for (auto& texts : found->second.texts) texts.clear();
  }
  waiting_ = 0;
}

void Change::commit() {
  open_ = false;
  if (last_id_ == kept_last_id_ + 1) {  // nothing but the change itself
    store_.database().rollback();
    return;
  }
  keep();
}

void Change::keep() {
  open_ = false;
  try {
    flush();
    std::size_t rows = 0;
    for (const auto& [table, count] : counts_) rows += count.added + count.changed + count.removed;
    store_.database().execute(
        "UPDATE change_set SET last_id=$1, rows=$2 WHERE id=" + number_text(set_),
        {number_text(last_id_), std::to_string(rows)});
    store_.database().commit();
  } catch (...) {
    store_.database().rollback();
    throw;
  }
}

std::string values_json(const Values& values) {
  nlohmann::json out = nlohmann::json::object();
  for (const auto& [name, value] : values) out[name] = value;
  return out.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Values json_values(const std::string& text) {
  Values values;
  if (text.empty()) return values;
  const auto parsed = nlohmann::json::parse(text, nullptr, false);
  if (!parsed.is_object()) return values;
  for (const auto& [name, value] : parsed.items()) {
    if (value.is_string()) values[name] = value.get<std::string>();
  }
  return values;
}

bool is_record_number(const std::string& text) {
  constexpr std::size_t k_longest = 17;
  return !text.empty() && text.size() <= k_longest &&
         text.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace quyche
