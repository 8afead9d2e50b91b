#include "register/schema.hpp"

#include <algorithm>

#include "quyche/diagnostic.hpp"

namespace quyche {
namespace {

struct Migration {
  std::vector<Table> tables;
  std::vector<std::string> indexes;  ///< "table(columns)"
  std::vector<Table> wider{};        ///< tables from before and the columns they get
  std::vector<std::string> other{};  ///< statements for what is no table of records
};

// 1: units, cells, their regulations, and who changed what.
Migration first_migration() {
  const Table change_set{
      "change_set", {}, {"kind", "author", "made_at", "source", "undone_by", "last_id", "rows"}};
  const Table change{
      "change", {{"set_id", "change_set", true}}, {"table_name", "row_id", "before", "after"}};
  const Table unit{"unit",
                   {{"parent_id", "unit"}},
                   {"code", "type", "name", "level", "valid_from", "valid_to", "sort_key"}};
  const Table succession{"succession",
                         {{"from_id", "unit", true}, {"to_id", "unit", true}},
                         {"kind", "share", "day", "legal_ref"}};
  const Table cell{
      "cell",
      {{"unit_id", "unit", true}},
      {"name", "name_key", "sort_key", "party_code", "leadership_model", "member_count_official",
       "member_count_probationary", "household_count", "cell_term", "cell_has_committee", "note"}};
  const Table standing{
      "standing",
      {{"cell_id", "cell", true}, {"unit_id", "unit", true}, {"regulation_id", ""}},
      {"state", "from_day", "to_day"}};
  const Table regulation{
      "regulation",
      {{"cell_id", "cell", true}},
      {"number", "symbol", "issue_date", "signer", "template_version", "resolution_ref",
       "review_date", "amended_times", "inspection_result", "deadline", "source", "note"}};
  const Table outgoing{"outgoing",
                       {{"cell_id", "cell", true}},
                       {"type", "term", "number", "symbol", "day", "subject", "signer", "recipient",
                        "keeper", "copies", "note"}};
  return {{change_set, change, unit, succession, cell, standing, regulation, outgoing},
          {"change(set_id)", "standing(cell_id)", "regulation(cell_id)", "outgoing(cell_id)"}};
}

// 2: people and their posts.
Migration second_migration() {
  const Table person{
      "person",
      {{"cell_id", "cell", true}},
      {"name",      "name_key",       "sort_key",      "used_name",     "birth",       "gender",
       "ethnicity", "religion",       "hometown",      "residence",     "card_number", "citizen_id",
       "phone",     "admission_date", "official_date", "member_status", "schooling",   "profession",
       "politics",  "badge",          "is_member",     "home_cell",     "note"}};
  const Table post{"post",
                   {{"person_id", "person", true}, {"cell_id", "cell", true}},
                   {"title", "from_day", "to_day", "decision", "note"}};
  return {{person, post}, {"person(cell_id)", "post(person_id)", "post(cell_id)"}};
}

// 3: what boards follow besides: inspection, training, candidates, meetings, complaints, files.
Migration third_migration() {
  const Reference in_cell{"cell_id", "cell", true};
  const Table inspection{"inspection",
                         {in_cell},
                         {"form", "content", "organ", "decision", "from_day", "to_day", "strengths",
                          "weaknesses", "recommendation", "deadline", "remedy_state", "note"}};
  const Table training{"training",
                       {in_cell},
                       {"name", "sort_key", "birth", "gender", "ethnicity", "religion", "hometown",
                        "residence", "occupation", "schooling", "profession", "introduced_by",
                        "resolution_ref", "course", "certificate", "training_state", "note"}};
  const Table candidate{
      "candidate",
      {in_cell},
      {"name", "sort_key", "birth", "gender", "post", "admission_date", "schooling", "profession",
       "politics", "planned_post", "rank", "term", "trained", "support", "note"}};
  const Table attendance{"attendance",
                         {in_cell},
                         {"name", "sort_key", "member_status", "year", "m1", "m2", "m3", "m4", "m5",
                          "m6", "m7", "m8", "m9", "m10", "m11", "m12", "note"}};
  const Table household{
      "household", {in_cell}, {"name", "sort_key", "address", "meeting", "vote", "note"}};
  const Table complaint{
      "complaint",
      {in_cell},
      {"day", "sender", "kind", "content", "handler", "deadline", "result", "note"}};
  const Table attachment{"attachment", {in_cell}, {"kind", "file_name", "hash", "size", "note"}};
  return {{inspection, training, candidate, attendance, household, complaint, attachment},
          {"inspection(cell_id)", "training(cell_id)", "candidate(cell_id)", "attendance(cell_id)",
           "household(cell_id)", "complaint(cell_id)", "attachment(cell_id)"}};
}

// 4: people in the order of a list, without sorting a hundred thousand each time.
Migration fourth_migration() { return {{}, {"person(cell_id,sort_key)", "standing(unit_id)"}}; }

// 5: meetings as they were kept, and what else the regulation makes a cell's duty: the plan of
// grassroots democracy, the mass mobilisation team, admissions; what became of complaints.
Migration fifth_migration() {
  const Reference in_cell{"cell_id", "cell", true};
  const Table meeting{"meeting", {in_cell}, {"day", "kind", "title", "file", "record"}};
  const Table plan_item{
      "plan_item",
      {in_cell},
      {"year", "area", "content", "form", "responsible", "due", "result", "plan_state", "note"}};
  const Table mobiliser{"mobiliser",
                        {in_cell},
                        {"name", "sort_key", "birth", "gender", "role", "post", "area", "phone",
                         "from_day", "to_day", "decision", "note"}};
  const Table admission{"admission",
                        {in_cell},
                        {"name",
                         "sort_key",
                         "birth",
                         "gender",
                         "hometown",
                         "occupation",
                         "course",
                         "sponsors",
                         "opinions",
                         "day",
                         "members",
                         "excluded",
                         "yes",
                         "no",
                         "abstain",
                         "resolution_number",
                         "admission_state",
                         "decision",
                         "admitted_on",
                         "note"}};
  return {{meeting, plan_item, mobiliser, admission},
          {"meeting(cell_id)", "plan_item(cell_id)", "mobiliser(cell_id)", "admission(cell_id)"},
          {{"complaint", {}, {"complaint_state", "passed_to", "answered_on", "answer_number"}}}};
}

// 6: people and cells found by their names, so that an import need not keep them all; files of any
// record, whose bytes are no records: the journal keeps their sums.
Migration sixth_migration() {
  return {{},
          {"person(cell_id,name_key)", "cell(unit_id,name_key)"},
          {{"attachment", {}, {"record_table", "record_number"}}},
          {"CREATE TABLE attachment_part(hash TEXT NOT NULL, part BIGINT NOT NULL, bytes TEXT NOT "
           "NULL, PRIMARY KEY(hash, part))"}};
}

const std::vector<Migration>& migrations() {
  static const std::vector<Migration> all{first_migration(), second_migration(),
                                          third_migration(), fourth_migration(),
                                          fifth_migration(), sixth_migration()};
  return all;
}

void create_table(Database& database, const Table& table) {
  std::string sql = "CREATE TABLE " + table.name + "(id BIGINT PRIMARY KEY";
  for (const auto& reference : table.references) {
    sql += ", " + reference.name + " BIGINT NOT NULL";
    sql += reference.required ? " REFERENCES " + reference.target + "(id)" : " DEFAULT 0";
  }
  for (const auto& column : table.columns) sql += ", " + column + " TEXT NOT NULL DEFAULT ''";
  database.execute(sql + ")");
}

void widen_table(Database& database, const Table& wider) {
  for (const auto& column : wider.columns) {
    database.execute("ALTER TABLE " + wider.name + " ADD COLUMN " + column +
                     " TEXT NOT NULL DEFAULT ''");
  }
}

void widen(std::vector<Table>& tables, const Table& wider) {
  const auto table = std::find_if(tables.begin(), tables.end(),
                                  [&](const Table& known) { return known.name == wider.name; });
  table->columns.insert(table->columns.end(), wider.columns.begin(), wider.columns.end());
}

void apply(Database& database, const Migration& migration) {
  for (const auto& table : migration.tables) create_table(database, table);
  for (const auto& table : migration.wider) widen_table(database, table);
  for (const auto& statement : migration.other) database.execute(statement);
  for (const auto& index : migration.indexes) {
    std::string name = "by_" + index;
    std::replace_if(
        name.begin(), name.end(), [](char sign) { return sign == '(' || sign == ','; }, '_');
    name.pop_back();
    database.execute("CREATE INDEX " + name + " ON " + index);
  }
}

}  // namespace

bool Table::has_reference(std::string_view column) const {
  return std::any_of(references.begin(), references.end(),
                     [&](const Reference& reference) { return reference.name == column; });
}

bool Table::has_column(std::string_view column) const {
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

const std::vector<Table>& register_tables() {
  static const std::vector<Table> all = [] {
    std::vector<Table> tables;
    for (const auto& migration : migrations()) {
      tables.insert(tables.end(), migration.tables.begin(), migration.tables.end());
      for (const auto& wider : migration.wider) widen(tables, wider);
    }
    return tables;
  }();
  return all;
}

const Table& register_table(std::string_view name) {
  for (const auto& table : register_tables()) {
    if (table.name == name) return table;
  }
  throw Error(Diagnostic{Severity::error, {"bug.unknown-table", {std::string(name)}}, {}, {}});
}

int schema_version() { return static_cast<int>(migrations().size()); }

int stored_version(Database& database) {
  const bool is_sqlite = database.engine() == Database::Engine::sqlite;
  const auto there =
      is_sqlite ? database.one("count(*)", "FROM sqlite_master WHERE name='register_version'")
                : database.one("count(*)",
                               "FROM pg_tables WHERE tablename='register_version'"
                               " AND schemaname=current_schema()");
  if (there == "0") return 0;
  const auto version = database.one("max(version)", "FROM register_version");
  return version.empty() ? 0 : std::stoi(version);
}

void migrate(Database& database, int version) {
  const int last = version == 0 ? schema_version() : version;
  const int from = stored_version(database);
  if (from > schema_version()) {
    throw Error(
        Diagnostic{Severity::error,
                   {"register.newer", {std::to_string(from), std::to_string(schema_version())}},
                   {database.name(), {}, {}, 0, 0},
                   {{"hint.register-newer", {}}}});
  }
  if (from == 0) database.execute("CREATE TABLE register_version(version INTEGER NOT NULL)");
  for (int step = from; step < last; ++step) {
    apply(database, migrations()[static_cast<std::size_t>(step)]);
    database.execute("INSERT INTO register_version(version) VALUES(" + std::to_string(step + 1) +
                     ")");
  }
}

}  // namespace quyche
