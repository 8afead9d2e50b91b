#include "engine/register_import_job.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <set>

#include "base/date.hpp"
#include "base/messages.hpp"
#include "base/staged_file.hpp"
#include "base/text.hpp"
#include "compare/amending_papers.hpp"
#include "engine/fill_job.hpp"
#include "engine/list_kind.hpp"
#include "engine/register_job.hpp"
#include "engine/roster_job.hpp"
#include "engine/village_record.hpp"
#include "model/imported_table.hpp"
#include "model/rows.hpp"
#include "model/table_rows.hpp"
#include "register/cell_import.hpp"
#include "register/failed_rows.hpp"
#include "register/history.hpp"
#include "register/record_import.hpp"
#include "register/register_fields.hpp"
#include "register/roster_text.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_report_every = 500;
constexpr std::size_t k_rows_at_once = 1'000;  // for which the register is asked together
constexpr const char* k_cells = "cells";

std::optional<LegacyEncoding> encoding_of(const std::string& name) {
  if (name == "tcvn3") return LegacyEncoding::tcvn3;
  if (name == "vni") return LegacyEncoding::vni;
  return std::nullopt;
}

// What the rows of one file are read from, and the table itself unless it is a file of records.
struct OpenedFile {
  ImportedTable* table = nullptr;  ///< owned by `rows`
  std::unique_ptr<RowSource> rows;
};

Cell text_cell(const std::string& text) {
  return {text.empty() ? Cell::Kind::empty : Cell::Kind::text, text};
}

// A row that was read and is to be taken with others, and its cells as they stand in the file.
struct WaitingRow {
  Row row;
  Diagnostics about;
  std::vector<Cell> cells;
};

// The columns of village data, also under the headings of files that clerks made themselves.
std::vector<Field> village_fields(Workshop& workshop) {
  auto fields = register_fields(record_fields(workshop.model()));
  const auto headings = workshop.options().data_folder + "/templates/rosters/headings.tsv";
  if (workshop.files().exists(headings)) add_headings(fields, workshop.files().read(headings));
  return fields;
}

class ImportRun {
 public:
  ImportRun(Workshop& workshop, const RegisterImport& job, const ProgressReport& report)
      : workshop_(workshop),
        job_(job),
        report_(report),
        fields_(village_fields(workshop)),
        kind_(job.kind == k_cells ? std::string() : job.kind),
        store_(open_register(workshop, job.view)) {
    if (kind_.empty()) know_other_columns(find_roster(workshop, k_cells));
  }

  RegisterResult run() {
    std::string source;
    for (const auto& file : job_.files) source += (source.empty() ? "" : "; ") + file;
    Change change(store_, "import", current_actor(), source);
    const UnitTree units(store_);
    read_files(change, units);
    result_.changes = table_changes(change);
    ask_for_encoding();
    result_.findings = found_.findings();
    if (workshop_.options().dry_run) return std::move(result_);
    // The rows left out are safe before the others are kept.
    write_failed();
    change.commit();
    return std::move(result_);
  }

 private:
  // Taking rows is all in which the kinds differ.
  struct Taking {
    std::function<void(const std::vector<const Row*>&)> look_up;
    std::function<bool(const Row&, Diagnostics&)> take;
  };

  void read_files(Change& change, const UnitTree& units) {
    const auto day = view_day(job_.view);
    Taking taking;
    std::optional<CellImport> cells;
    std::optional<RosterDefinition> roster;
    std::optional<RecordImport> records;
    if (kind_.empty()) {
      cells.emplace(change, units, day);
      taking.look_up = [&](const std::vector<const Row*>& rows) { cells->look_up(rows); };
      taking.take = [&](const Row& row, Diagnostics& about) {
        return amends_ ? cells->amend(row, about) : cells->add(row, about);
      };
    } else {
      roster = find_local_roster(workshop_, kind_, units, job_.view);
      fields_ = roster_fields(*roster);
      know_other_columns(*roster);
      records.emplace(change, units, *roster, day, job_.merge_people);
      taking.look_up = [&](const std::vector<const Row*>& rows) { records->look_up(rows); };
      taking.take = [&](const Row& row, Diagnostics& about) { return records->add(row, about); };
    }
    for (const auto& file : job_.files) import_file(file, taking);
    if (cells) cells->tell_of_older_list(found_);
  }

  // Columns of our own lists that are for people's eyes, and the reasons in a list of failed rows,
  // are known and not read.
  void know_other_columns(const RosterDefinition& roster) {
    std::set<std::string> known;
    for (const auto& field : fields_) known.insert(field.name);
    std::vector<Field> others{reason_field()};
    for (const auto& column : roster.columns) {
      if (known.count(column.name) > 0) continue;
      Field field;
      field.name = column.name;
      field.label = column.heading;
      others.push_back(std::move(field));
    }
    for (auto& field : others) {
      unread_.insert(field.name);
      fields_.push_back(std::move(field));
    }
  }

  [[nodiscard]] OpenedFile open(const std::string& file) {
    amends_ = is_document(file) && is_amending(file);
    const auto bytes = [&] { return workshop_.files().open(file); };
    auto table = open_imported_table(bytes, file, fields_, encoding_of(job_.encoding));
    if (table == nullptr) {
      return {nullptr, open_rows(records_of(file), row_file_name(file), fields_, found_)};
    }
    if (job_.kind.empty()) refuse_other_list(workshop_, *table, fields_, file);
    auto* kept = table.get();
    return {kept, rows_of_table(std::move(table), fields_, found_)};
  }

  void import_file(const std::string& file, const Taking& taking) {
    const auto opened = open(file);
    failed_.push_back({file, {}, {}, {}});
    if (opened.table != nullptr) failed_.back().headings = opened.table->headings();
    std::vector<WaitingRow> waiting;
    WaitingRow next;
    while (opened.rows->next(next.row, next.about)) {
      prepare(next.row, file);
      const bool is_empty = next.row.values.empty() && next.row.refused.empty();
      if (!is_empty && !is_below_table(next.row)) {
        keep_cells(next, opened.table);
        waiting.push_back(std::move(next));
      }
      next = {};
      if (waiting.size() == k_rows_at_once) take_rows(waiting, taking);
    }
    take_rows(waiting, taking);
  }

  void take_rows(std::vector<WaitingRow>& waiting, const Taking& taking) {
    std::vector<const Row*> good;
    for (const auto& [row, about, cells] : waiting) {
      if (!about.has_errors()) good.push_back(&row);
    }
    taking.look_up(good);
    for (auto& [row, about, cells] : waiting) {
      ++result_.rows;
      const bool kept = !about.has_errors() && taking.take(row, about);
      if (!kept) keep_failed(std::move(cells), about);
      found_.add(about.findings());
      if (report_ && result_.rows % k_report_every == 0) report_({result_.rows, 0});
    }
    waiting.clear();
  }

  void prepare(Row& row, const std::string& file) const {
    row.place.file = file;
    for (const auto& name : unread_) row.values.erase(name);
    for (auto& [name, value] : row.values) value = std::string(without_guard(value));
  }

  // Should the row be left out, this is what is given back.
  void keep_cells(WaitingRow& waiting, const ImportedTable* table) {
    if (job_.report.empty()) return;
    waiting.cells = table != nullptr ? table->last() : cells_of(waiting.row, failed_.back());
  }

  void keep_failed(std::vector<Cell> cells, const Diagnostics& about) {
    ++result_.failed;
    if (job_.report.empty()) return;
    auto& failed = failed_.back();
    std::string reason;
    for (const auto& finding : about.findings()) {
      if (finding.severity != Severity::error) continue;
      reason += reason.empty() ? "" : "; ";
      reason += sentence(finding.message, Language::vietnamese);
    }
    failed.reasons.push_back(std::move(reason));
    failed.rows.push_back(std::move(cells));
  }

  // A record of a file without columns, under the labels of all fields.
  [[nodiscard]] std::vector<Cell> cells_of(const Row& row, FailedTable& failed) const {
    const bool is_first = failed.headings.empty();
    std::vector<Cell> cells;
    std::set<std::string> there;
    for (const auto& field : fields_) {
      if (unread_.count(field.name) > 0 || !there.insert(field.name).second) continue;
      if (is_first) failed.headings.push_back(text_cell(field.label));
      const auto value = row.values.find(field.name);
      cells.push_back(text_cell(value == row.values.end() ? std::string() : value->second));
    }
    return cells;
  }

  // Names in an old encoding under proper headings: rows were refused, and one word helps.
  void ask_for_encoding() {
    for (const auto& finding : found_.findings()) {
      const auto& [code, arguments] = finding.message;
      if (code != "field.legacy-text" && code != "rows.legacy-text") continue;
      const auto& name = arguments[code == "field.legacy-text" ? 1 : 0];
      const Text hint{"hint.from-encoding", {name.starts_with("VNI") ? "vni" : "tcvn3"}};
      const Place place{finding.place.file, {}, {}, 0, 0};
      found_.add({Severity::note, {"rows.legacy-file", {name}}, place, {hint}});
      return;
    }
  }

  void write_failed() {
    if (job_.report.empty() || result_.failed == 0) return;
    StagedFile file(job_.report);
    write_failed_rows(failed_, *date_from_iso(view_day(job_.view)), file.temporary());
    file.publish();
    result_.files.push_back(job_.report);
  }

  // Totals, the day and the signatures of a roster stand below its rows in one or two cells.
  [[nodiscard]] bool is_below_table(const Row& row) const {
    constexpr std::size_t k_most_cells = 2;
    return !kind_.empty() && row.values.size() <= k_most_cells;
  }

  [[nodiscard]] static bool is_document(const std::string& file) {
    return lower(file).ends_with(".docx");
  }

  // A decision to amend says so beside the model it was made from.
  [[nodiscard]] bool is_amending(const std::string& file) const {
    const Form form(workshop_.files().read(file), file);
    const auto model = form.properties().find("model");
    return model != form.properties().end() && is_amending_decision(model->second);
  }

  // A filled document is read like a file of records with one record in it.
  [[nodiscard]] static std::string row_file_name(const std::string& file) {
    return is_document(file) ? file + ".json" : file;
  }

  [[nodiscard]] std::string records_of(const std::string& file) {
    if (!is_document(file)) return workshop_.files().read(file);
    JobResult collected;
    auto records = run_collect_job(workshop_, {file}, collected);
    found_.add(collected.findings);
    return records;
  }

  Workshop& workshop_;
  const RegisterImport& job_;
  const ProgressReport& report_;
  std::vector<Field> fields_;
  std::string kind_;
  std::set<std::string> unread_;
  bool amends_ = false;  ///< the open file is a decision to amend
  Store store_;
  std::vector<FailedTable> failed_;  ///< one a file
  RegisterResult result_;
  Diagnostics found_;
};

}  // namespace

RegisterResult run_register_import_job(Workshop& workshop, const RegisterImport& job,
                                       const ProgressReport& report) {
  return ImportRun(workshop, job, report).run();
}

}  // namespace quyche
