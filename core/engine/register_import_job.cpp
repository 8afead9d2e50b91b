#include "engine/register_import_job.hpp"

#include <functional>
#include <optional>

#include "base/text.hpp"
#include "engine/fill_job.hpp"
#include "engine/register_job.hpp"
#include "engine/roster_job.hpp"
#include "engine/village_record.hpp"
#include "model/rows.hpp"
#include "register/cell_import.hpp"
#include "register/history.hpp"
#include "register/record_import.hpp"
#include "register/register_fields.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_report_every = 500;

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
        store_(open_register(workshop, job.view)) {}

  RegisterResult run() {
    std::string source;
    for (const auto& file : job_.files) source += (source.empty() ? "" : "; ") + file;
    Change change(store_, "import", current_actor(), source);
    const UnitTree units(store_);
    read_files(change, units);
    result_.changes = table_changes(change);
    result_.findings = found_.findings();
    if (!workshop_.options().dry_run) change.commit();
    return std::move(result_);
  }

 private:
  // Taking a row is all in which the kinds differ.
  using TakeRow = std::function<bool(const Row&, Diagnostics&)>;

  void read_files(Change& change, const UnitTree& units) {
    const auto day = view_day(job_.view);
    TakeRow take;
    std::optional<CellImport> cells;
    std::optional<RosterDefinition> roster;
    std::optional<RecordImport> records;
    if (job_.kind.empty()) {
      cells.emplace(change, units, day);
      take = [&](const Row& row, Diagnostics& about) { return cells->add(row, about); };
    } else {
      roster = find_roster(workshop_, job_.kind);
      fields_ = roster_fields(*roster);
      records.emplace(change, units, *roster, day, job_.merge_people);
      take = [&](const Row& row, Diagnostics& about) { return records->add(row, about); };
    }
    for (const auto& file : job_.files) import_file(file, take);
  }

  void import_file(const std::string& file, const TakeRow& take) {
    auto rows = open_rows(content_of(file), row_file_name(file), fields_, found_);
    Row row;
    for (;;) {
      Diagnostics about;
      if (!rows->next(row, about)) break;
      if (row.values.empty() || is_below_table(row)) continue;
      ++result_.rows;
      row.place.file = file;
      const bool kept = !about.has_errors() && take(row, about);
      if (!kept) ++result_.failed;
      found_.add(about.findings());
      if (report_ && result_.rows % k_report_every == 0) report_({result_.rows, 0});
    }
  }

  // Totals, the day and the signatures of a roster stand below its rows in one or two cells.
  [[nodiscard]] bool is_below_table(const Row& row) const {
    constexpr std::size_t k_most_cells = 2;
    return !job_.kind.empty() && row.values.size() <= k_most_cells;
  }

  [[nodiscard]] static bool is_document(const std::string& file) {
    return lower(file).ends_with(".docx");
  }

  // A filled document is read like a file of records with one record in it.
  [[nodiscard]] static std::string row_file_name(const std::string& file) {
    return is_document(file) ? file + ".json" : file;
  }

  [[nodiscard]] std::string content_of(const std::string& file) {
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
  Store store_;
  RegisterResult result_;
  Diagnostics found_;
};

}  // namespace

RegisterResult run_register_import_job(Workshop& workshop, const RegisterImport& job,
                                       const ProgressReport& report) {
  return ImportRun(workshop, job, report).run();
}

}  // namespace quyche
