#include "engine/meeting_papers_job.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <map>
#include <mutex>

#include "base/text.hpp"
#include "engine/meeting_desk.hpp"
#include "engine/meeting_roster.hpp"
#include "engine/work_queue.hpp"
#include "meeting/papers/paper_shelf.hpp"
#include "meeting/papers/paper_values.hpp"
#include "paper/own_template.hpp"
#include "paper/paper_template.hpp"

namespace quyche {
namespace {

constexpr const char* k_meetings_folder = "/templates/meetings";
constexpr const char* k_attendance_file = "/diem-danh.xlsx";

using meeting::Meeting;
using meeting::PaperShelf;

Place whole_file(const std::string& file) { return {file, {}, {}, 0, 0}; }

/// "samples/2026-09.json" → "2026-09".
std::string stem(const std::string& file) {
  const auto slash = file.rfind('/');
  auto name = slash == std::string::npos ? file : file.substr(slash + 1);
  return name.substr(0, name.rfind('.'));
}

class PapersJob {
 public:
  PapersJob(Workshop& workshop, const MeetingPapersJob& job, const ProgressReport& report)
      : workshop_(workshop),
        job_(job),
        report_(report),
        rosters_(workshop),
        desk_(workshop),
        shelf_(workshop.files(), workshop.options().data_folder + k_meetings_folder,
               workshop.profiles()) {
    for (const auto& file : job.own_templates) {
      auto bytes = workshop.files().read(file);
      const auto id = paper_of_template(bytes, file);
      shelf_.restyle(shelf_.get(id), std::move(bytes), file);
    }
  }

  JobResult run() {
    check_only();
    check_twins();
    run_workers(workshop_.threads(), [this] { work(); });
    if (failure_) std::rethrow_exception(failure_);
    workshop_.files().publish();
    Diagnostics found;
    for (const auto& [index, findings] : by_meeting_) found.add(findings);
    found.throw_if_errors();
    result_.findings = found.findings();
    std::sort(result_.files.begin(), result_.files.end());
    return std::move(result_);
  }

 private:
  /// Two meetings of one name would write into one folder.
  void check_twins() const {
    std::map<std::string, std::string> known;
    Diagnostics found;
    for (const auto& file : job_.files) {
      const auto [twin, fresh] = known.emplace(stem(file), file);
      if (fresh) continue;
      found.add({Severity::error, {"paper.twin-name", {file, twin->second}}, whole_file(file), {}});
    }
    found.throw_if_errors();
  }

  void work() {
    Compressor compressor;
    try {
      for (auto i = next_++; i < job_.files.size(); i = next_++) {
        Diagnostics found;
        try {
          make_meeting(job_.files[i], compressor, found);
        } catch (const Error& error) {
          found.add(error.findings());
        }
        finish(i, found);
      }
    } catch (...) {
      const std::scoped_lock lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
      next_ = job_.files.size();
    }
  }

  void finish(std::size_t index, const Diagnostics& found) {
    const std::scoped_lock lock(mutex_);
    if (!found.findings().empty()) by_meeting_.emplace(index, found.findings());
    ++done_;
    if (report_) report_({done_, job_.files.size()});
  }

  void make_meeting(const std::string& file, Compressor& compressor, Diagnostics& found) {
    const auto read = desk_.read(file);
    const auto& record = read.meeting;
    const auto report = desk_.check(read, false);
    const auto values = meeting::paper_values(record, report.verdicts);
    const bool is_refused = report_refusals(report, file, found);
    std::size_t made = 0;
    for (const auto* definition : shelf_.of_kind(record.kind)) {
      if (!is_wanted(definition->file)) continue;
      if (is_refused && definition->tells_decision) {
        ++made;
        continue;
      }
      const auto& paper = shelf_.paper(*definition, shelf_.format_of(*definition, record));
      if (!paper.applies(values)) continue;
      std::string document;
      paper.render(values, compressor, document, found);
      write(job_.paper.empty() ? folder_of(file) + "/" + definition->file + ".docx" : job_.output,
            document);
      ++made;
    }
    if (job_.paper.empty() && job_.only.empty() && has_roster(record))
      write_roster_of(record, file);
    if (made == 0 && !job_.paper.empty()) {
      throw Error(
          Diagnostic{Severity::error, {"paper.none-of-kind", {job_.paper}}, whole_file(file), {}});
    }
  }

  [[nodiscard]] bool is_wanted(const std::string& paper) const {
    if (!job_.paper.empty()) return paper == job_.paper;
    const auto& only = job_.only;
    return only.empty() || std::find(only.begin(), only.end(), paper) != only.end();
  }

  /// Papers asked for by a name that none has.
  void check_only() const {
    std::vector<std::string> known;
    for (const auto& definition : shelf_.definitions()) known.push_back(definition.file);
    Diagnostics found;
    for (const auto& name : job_.only) {
      if (std::find(known.begin(), known.end(), name) != known.end()) continue;
      std::vector<Text> hints;
      if (const auto near = nearest(name, known); !near.empty()) {
        hints.push_back({"hint.did-you-mean", {near}});
      }
      found.add({Severity::error, {"paper.none-of-kind", {name}}, {}, std::move(hints)});
    }
    found.throw_if_errors();
  }

  /// An invalid vote never looks valid: what the rules refuse is in no paper that would tell it.
  static bool report_refusals(const MeetingReport& report, const std::string& file,
                              Diagnostics& found) {
    bool is_refused = false;
    for (const auto& finding : report.findings) {
      if (finding.diagnostic.severity != Severity::error) continue;
      found.add(finding.diagnostic);
      is_refused = true;
    }
    if (is_refused) {
      found.add(
          {Severity::error, {"paper.refused", {}}, whole_file(file), {{"hint.paper.refused", {}}}});
    }
    return is_refused;
  }

  [[nodiscard]] std::string folder_of(const std::string& file) const {
    return job_.files.size() == 1 ? job_.output : job_.output + "/" + stem(file);
  }

  void write_roster_of(const Meeting& record, const std::string& file) {
    const auto path = folder_of(file) + k_attendance_file;
    const bool dry_run = workshop_.options().dry_run;
    write(path,
          dry_run ? std::string() : make_meeting_roster(workshop_.files(), rosters_, record, path));
  }

  void write(const std::string& path, const std::string& document) {
    if (!workshop_.options().dry_run) workshop_.files().stage(path, document);
    const std::scoped_lock lock(mutex_);
    ++result_.documents;
    if (result_.files.size() < k_files_listed) result_.files.push_back(path);
  }

  Workshop& workshop_;
  const MeetingPapersJob& job_;
  const ProgressReport& report_;
  MeetingRosters rosters_;
  MeetingDesk desk_;
  PaperShelf shelf_;
  std::atomic<std::size_t> next_ = 0;
  std::mutex mutex_;
  std::size_t done_ = 0;
  std::exception_ptr failure_;
  std::map<std::size_t, std::vector<Diagnostic>> by_meeting_;
  JobResult result_;
};

}  // namespace

JobResult run_meeting_papers_job(Workshop& workshop, const MeetingPapersJob& job,
                                 const ProgressReport& report) {
  return PapersJob(workshop, job, report).run();
}

JobResult run_meeting_template_job(Workshop& workshop, const MeetingTemplateJob& job) {
  const auto& profiles = workshop.profiles();
  const PaperShelf shelf(workshop.files(), workshop.options().data_folder + k_meetings_folder,
                         profiles);
  const auto& definition = shelf.get(job.paper);
  const auto& profile = choose_profile(profiles, definition.family, job.date ? *job.date : today());
  const auto bytes = make_paper_template(definition, profile);
  if (!workshop.options().dry_run) workshop.files().write(job.output, bytes);
  JobResult result;
  result.documents = 1;
  result.files.push_back(job.output);
  return result;
}

}  // namespace quyche
