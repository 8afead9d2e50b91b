#include "engine/issue_job.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <unordered_set>

#include "base/date.hpp"
#include "base/named_value.hpp"
#include "base/text.hpp"
#include "engine/commune_press.hpp"
#include "engine/issue_notes.hpp"
#include "engine/pdf_export.hpp"
#include "engine/village_record.hpp"
#include "engine/work_queue.hpp"
#include "model/rows.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_batch = 16;

/// A village on its way to paper.
struct Sheet {
  Values record;
  Date day;
  std::string path;  ///< without its ending
};
using Batch = std::vector<Sheet>;

class IssueRun {
 public:
  IssueRun(Workshop& workshop, const IssueJob& job, const ProgressReport& report)
      : workshop_(workshop), job_(job), report_(report), fields_(record_fields(workshop.model())) {
    const auto code = std::find_if(fields_.begin(), fields_.end(),
                                   [](const Field& field) { return field.name == "commune_code"; });
    if (code != fields_.end()) code_field_ = *code;
    if (!job.district.empty()) (void)workshop.registry().get(job.district);
  }

  JobResult run() {
    Diagnostics found;
    rows_ = open_rows(workshop_.files().read(job_.data_file), job_.data_file, fields_, found);
    check_all(found);
    found.throw_if_errors();
    if (total_ == 0) {
      throw Error(Diagnostic{Severity::error,
                             {"rows.none", {}},
                             {job_.data_file, {}, {}, 0, 0},
                             {{"hint.rows.none", {}}}});
    }
    notes_.report(job_.data_file, job_.date, found);
    result_.findings = found.findings();
    if (workshop_.options().dry_run) {
      result_.documents = total_;
      return result_;
    }
    print_all();
    if (job_.pdf) export_pdf(workshop_, job_.folder, result_);
    return result_;
  }

 private:
  /// The day a row's document is made for.
  Date day_of(const Values& record) {
    if (const auto day = date_from_iso(value_of(record, "issue_date"))) return *day;
    if (job_.date) return *job_.date;
    const auto now = today();
    const auto& code = value_of(record, "commune_code");
    if (workshop_.registry().find_commune(code, now) != nullptr) return now;
    return last_day_of(code).value_or(now);
  }

  /// The last day on which some plugin has the commune.
  std::optional<Date> last_day_of(const std::string& code) {
    std::optional<Date> last;
    for (const auto& plugin : workshop_.registry().plugins()) {
      for (const auto& unit : plugin.district.communes) {
        if (unit.code == code && unit.validity.to && (!last || *last < *unit.validity.to)) {
          last = unit.validity.to;
        }
      }
    }
    return last;
  }

  /// What issuing adds: the state when the table has none, the number and day of what is issued.
  void prepare(Values& record, Date day) const {
    auto& state = record[k_state];
    if (state.empty()) state = k_state_issued;
    if (!job_.district.empty()) record["district"] = job_.district;
    if (state != k_state_issued) return;
    if (value_of(record, "number").empty()) record["number"] = "01";
    if (value_of(record, "issue_date").empty()) record["issue_date"] = iso(day);
  }

  void check_all(Diagnostics& found) {
    CommunePresses presses(workshop_, job_.templates, !job_.templates.empty());
    Row row;
    while (rows_->next(row, found)) {
      ++total_;
      check_one(presses, row, found);
    }
    for (const auto& warning : presses.warnings()) found.add(warning);
  }

  void check_one(CommunePresses& presses, Row& row, Diagnostics& found) {
    if (!check_given(row, code_field_, found)) return;
    const auto day = day_of(row.values);
    notes_.see_given(row.values, day);
    prepare(row.values, day);
    try {
      const auto press = presses.get(row.values, day);
      complete_record(row.values, press->local, press->plugin->code.get());
      check_record(row, press->local, press->plugin->code.get(), found);
      notes_.see_completed(row.values, press->local, day);
      check_commune_name(row, press->local, found);
      if (press->form) check_blanks(row, *press->form, press->local, found);
    } catch (const Error& error) {
      for (auto finding : error.findings()) {
        if (finding.place.file.empty()) finding.place = row.place;
        found.add(std::move(finding));
      }
    }
    check_twin(row, found);
  }

  static void check_commune_name(const Row& row, const LocalRegulation& local, Diagnostics& found) {
    const auto& name = value_of(row.values, "commune_name");
    const auto& unit = *local.jurisdiction.commune;
    if (name.empty() || match_key(name) == match_key(unit.name)) return;
    if (match_key(name) == match_key(unit.type + " " + unit.name)) return;
    found.add({Severity::error,
               {"unit.name-differs", {unit.code, name, unit.type + " " + unit.name}},
               row.place,
               {{"hint.name-differs", {}}}});
  }

  /// A template edited until a blank vanished has no place for its value.
  static void check_blanks(const Row& row, const Form& form, const LocalRegulation& local,
                           Diagnostics& found) {
    for (const auto& field : local.text.fields) {
      const bool ours = field.level >= Level::village && !value_of(row.values, field.name).empty();
      if (!ours || form.has(field.name) || local.settled.contains(field.name)) continue;
      found.add({Severity::error,
                 {"form.no-blank", {field.name, field.label}},
                 {form.file(), {}, {}, 0, 0},
                 {{"hint.no-blank", {}}}});
    }
  }

  /// Two rows for one village. Keys are hashed: a hundred thousand of them must stay small.
  void check_twin(const Row& row, Diagnostics& found) {
    const auto& name = value_of(row.values, "village_name");
    if (name.empty()) return;
    const auto key = value_of(row.values, "commune_code") + "/" + match_key(name);
    const auto& step = row.place.steps.back();
    const auto line = std::strtoul(step.value.c_str(), nullptr, 10);
    const auto [twin, fresh] =
        villages_.emplace(std::hash<std::string>{}(key), static_cast<std::uint32_t>(line));
    if (fresh) return;
    found.add({Severity::error,
               {step.kind == PlaceStep::Kind::row ? "record.twin" : "record.twin-entry",
                {name, value_of(row.values, "commune_code"), std::to_string(twin->second)}},
               row.place,
               {{"hint.twin", {}}}});
  }

  void print_all() {
    CommunePresses presses(workshop_, job_.templates, true);
    WorkQueue<Batch> queue(2 * workshop_.threads());
    auto workers = start_workers(workshop_.threads(), [&] { work(presses, queue); });
    try {
      feed(queue);
    } catch (...) {
      fail(queue);
    }
    queue.close();
    for (auto& worker : workers) worker.join();
    if (failure_) std::rethrow_exception(failure_);
    workshop_.files().publish();
  }

  void fail(WorkQueue<Batch>& queue) {
    const std::scoped_lock lock(mutex_);
    if (!failure_) failure_ = std::current_exception();
    queue.close();
  }

  /// Reads the rows again, in order, and hands them out in batches of one commune.
  void feed(WorkQueue<Batch>& queue) {
    rows_->rewind();
    std::unordered_set<std::size_t> paths;
    Diagnostics ignored;
    Batch batch;
    Row row;
    while (rows_->next(row, ignored)) {
      Sheet sheet{std::move(row.values), {}, {}};
      sheet.day = day_of(sheet.record);
      prepare(sheet.record, sheet.day);
      sheet.path = path_of(sheet, paths);
      const bool other_commune = !batch.empty() && value_of(batch.back().record, "commune_code") !=
                                                       value_of(sheet.record, "commune_code");
      if (other_commune || batch.size() == k_batch) {
        if (!queue.push(std::move(batch))) return;
        batch = {};
      }
      batch.push_back(std::move(sheet));
    }
    if (!batch.empty()) (void)queue.push(std::move(batch));
  }

  /// OUT/<district>/<code>-<commune>/<village>; names that fall together without their marks get a
  /// number.
  std::string path_of(const Sheet& sheet, std::unordered_set<std::size_t>& taken) {
    const auto& code = value_of(sheet.record, "commune_code");
    const auto& id = value_of(sheet.record, "district");
    const auto* plugin = id.empty() ? workshop_.registry().find_commune(code, sheet.day)
                                    : &workshop_.registry().get(id);
    const auto units = communes_on(*plugin, code, sheet.day);
    const auto slug = file_slug(value_of(sheet.record, "village_name"));
    const auto base = job_.folder + "/" + plugin->id + "/" + unit_file_name(*units.front()) + "/" +
                      (slug.empty() ? "thon" : slug);
    auto path = base;
    for (int again = 2; !taken.insert(std::hash<std::string>{}(path)).second; ++again) {
      path = base + "-" + std::to_string(again);
    }
    return path;
  }

  void work(CommunePresses& presses, WorkQueue<Batch>& queue) {
    Compressor compressor;
    std::string docx;
    std::string xml;
    try {
      while (auto batch = queue.pop()) {
        for (auto& sheet : *batch) {
          const auto press = presses.get(sheet.record, sheet.day);
          complete_record(sheet.record, press->local, press->plugin->code.get());
          docx.clear();
          xml.clear();
          press->print_docx(sheet.record, compressor, docx);
          press->print_xml(sheet.record, xml);
          workshop_.files().stage(sheet.path + ".docx", docx);
          workshop_.files().stage(sheet.path + ".xml", xml);
          count(sheet);
        }
      }
    } catch (...) {
      fail(queue);
    }
  }

  void count(const Sheet& sheet) {
    const std::scoped_lock lock(mutex_);
    ++result_.documents;
    ++(value_of(sheet.record, k_state) == k_state_issued ? result_.issued : result_.drafts);
    if (result_.files.size() < k_files_listed) result_.files.push_back(sheet.path + ".docx");
    if (result_.documents % k_publish_every == 0) workshop_.files().publish();
    if (report_) report_({result_.documents, total_});
  }

  Workshop& workshop_;
  const IssueJob& job_;
  const ProgressReport& report_;
  std::vector<Field> fields_;
  Field code_field_;
  std::unique_ptr<RowSource> rows_;
  IssueNotes notes_;
  std::size_t total_ = 0;
  std::unordered_map<std::size_t, std::uint32_t> villages_;  ///< hashed key → its row
  std::mutex mutex_;
  std::exception_ptr failure_;
  JobResult result_;
};

}  // namespace

JobResult run_issue_job(Workshop& workshop, const IssueJob& job, const ProgressReport& report) {
  return IssueRun(workshop, job, report).run();
}

}  // namespace quyche
