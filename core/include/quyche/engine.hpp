#pragma once
// The façade every front end uses: one call a job, from files to files. Nothing here prints; what a
// job has to say is in its result, and a failed job throws Error with every finding.

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "quyche/abi.hpp"
#include "quyche/check.hpp"
#include "quyche/compare.hpp"
#include "quyche/diagnostic.hpp"
#include "quyche/duty.hpp"
#include "quyche/inspect.hpp"
#include "quyche/meeting.hpp"
#include "quyche/meeting_papers.hpp"
#include "quyche/register.hpp"
#include "quyche/regulation.hpp"
#include "quyche/render.hpp"
#include "quyche/values.hpp"

namespace quyche::inline abi_1 {

/// How far a long job is. `total` 0: not known yet.
struct Progress {
  std::size_t done = 0;
  std::size_t total = 0;
};
using ProgressReport = std::function<void(const Progress&)>;

struct EngineOptions {
  std::string data_folder;                ///< holds templates/ and plugins/
  std::vector<std::string> plugin_roots;  ///< searched in order; empty: data_folder/plugins
  std::string model_file;                 ///< empty: the model of data_folder
  unsigned threads = 0;                   ///< 0: one a processor
  bool dry_run = false;                   ///< everything but writing
};

/// A plugin as `quyche districts` shows it.
struct DistrictState {
  std::string id;
  std::string name;
  Level level = Level::district;
  std::string version;
  Validity validity;
  std::size_t communes = 0;  ///< in force on the last day of the validity, or today
  bool has_code = false;
  std::vector<Diagnostic> problems;  ///< empty: usable
};

struct TemplateJob {
  std::string district;
  std::string commune;  ///< GSO code; empty: every commune in force
  std::optional<Date> date;
  Values given;  ///< values set for all communes
  std::string folder;
  bool show_origins = false;  ///< comments in the margin tell who wrote each provision
};

struct InputJob {
  std::string district;
  std::string commune;
  std::optional<Date> date;
  std::string output;
};

struct IssueJob {
  std::string data_file;  ///< .json, .jsonl, .csv, .tsv, .xlsx
  std::string district;   ///< empty: found by commune code
  std::string templates;  ///< folder of commune templates as edited; empty: made afresh
  std::optional<Date> date;
  bool pdf = false;
  std::string folder;
};

/// What a job made.
struct JobResult {
  std::size_t documents = 0;         ///< documents written (a .docx and its .xml count once)
  std::size_t issued = 0;            ///< of these with number and date
  std::size_t drafts = 0;            ///< of these without
  std::size_t replaced = 0;          ///< of these in the place of one that was there
  std::size_t kept = 0;              ///< documents that were there already
  std::size_t refused = 0;           ///< rows of a list that no document was made of, see findings
  std::size_t open_blanks = 0;       ///< blanks still empty in a filled document
  std::vector<std::string> files;    ///< written, when they are few; else the folder
  std::vector<Diagnostic> findings;  ///< warnings and notes; of refused rows, the errors
};

/// One answer of `explain`.
struct Explanation {
  std::string name;  ///< "khoản 2 Điều 7"
  std::string heading;
  std::string text;
  bool mandatory = false;
  bool optional = false;
  std::string condition;
  std::vector<Origin> origins;
  /// What stands below and has other origins: a district's clause in the province's article.
  std::vector<Explanation> below;
};

class QUYCHE_EXPORT Engine {
 public:
  explicit Engine(EngineOptions options);
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  [[nodiscard]] std::vector<DistrictState> districts() const;
  /// Makes the folder `root`/`id` with a plugin that works. Throws file.exists, plugin.bad-id.
  JobResult new_district(const std::string& id, const std::string& root);
  JobResult import_model(const std::string& docx, const std::string& output);
  /// The other way: the model itself as a Word document, its fields as blanks.
  JobResult export_model(const std::string& output, std::optional<Date> date);
  JobResult make_templates(const TemplateJob& job, const ProgressReport& report = {});
  JobResult make_input(const InputJob& job);
  JobResult fill(const std::string& form, const std::string& data, const std::string& output);
  /// JSON text of what stands in the blanks of each file; findings go to `result`.
  [[nodiscard]] std::string collect(const std::vector<std::string>& forms, JobResult& result);
  JobResult issue(const IssueJob& job, const ProgressReport& report = {});
  [[nodiscard]] Explanation explain(const std::string& file, const std::string& provision);
  /// Any Word document against the rules of its family and day; throws for what is no document.
  CheckReport check(const CheckJob& job);

  /// Makes a register, or brings one up to today's version and to the units the plugins know.
  RegisterResult register_init(const RegisterView& view);
  RegisterResult register_import(const RegisterImport& job, const ProgressReport& report = {});
  [[nodiscard]] Adoption register_status(const RegisterView& view);
  [[nodiscard]] std::vector<HistoryEntry> register_history(const RegisterView& view);
  RegisterResult register_undo(const RegisterView& view);
  /// Whether everything in it fits together: what does not is in the findings.
  RegisterResult register_check(const RegisterView& view);
  /// Cells of units that were split, to the units somebody chose for them.
  RegisterResult register_settle(const RegisterSettlement& job);
  /// Keeps files with a record, or writes one to `job.output`. Lists all of them, or a record's.
  RegisterResult register_attach(const RegisterAttachment& job);
  [[nodiscard]] std::vector<AttachmentEntry> register_attachments(const RegisterAttachment& job);
  RegisterResult report(const ReportJob& job);
  RegisterResult remind(const ReportJob& job);
  /// Papers of a cell's duties, or only whether its records fit.
  RegisterResult duty(const DutyJob& job);
  /// One of the rosters that templates/rosters/ describes.
  RegisterResult roster(const RosterJob& job);
  /// What data a template wants (inspect); data checked against it.
  [[nodiscard]] InspectReport inspect(const InspectJob& job) const;

  /// A row whose document is there already is not rendered again unless `overwrite`; what is wrong
  /// with rows is in the findings, and the others are made.
  JobResult render(const RenderJob& job, const ProgressReport& report = {});
  /// Two regulations against each other, .xml or .docx.
  DiffReport diff(const DiffJob& job);
  /// The amendments that turn a model into an edited copy of it.
  JobResult derive(const DeriveJob& job);
  /// Amendments or issued regulations carried over to a new model.
  RebaseReport rebase(const RebaseJob& job);
  /// The papers that carry the difference of two versions.
  JobResult amend(const AmendJob& job);
  /// Records of meetings by the rules of their day; a last report on all of them together.
  [[nodiscard]] std::vector<MeetingReport> meeting_check(const MeetingCheckJob& job);
  RegisterResult keep_meetings(const KeepMeetingsJob& job);
  /// A record to fill in. Throws file.exists, usage.meeting-kind. Kept ones are in the register.
  JobResult new_meeting(const NewMeetingJob& job);
  [[nodiscard]] std::vector<TaskLine> meeting_tasks(const TaskJob& job);
  JobResult meeting_year(const MeetingYearJob& job);
  /// Every paper of meetings, or one of them.
  JobResult meeting_papers(const MeetingPapersJob& job, const ProgressReport& report = {});
  JobResult meeting_template(const MeetingTemplateJob& job);
  /// Whole or not at all; for front ends that made a text themselves.
  void write_file(const std::string& path, const std::string& bytes);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// One finding as a person reads it, in Vietnamese or English.
[[nodiscard]] QUYCHE_EXPORT std::string show_finding(const Diagnostic& finding, bool english);
/// A sentence of the message table.
[[nodiscard]] QUYCHE_EXPORT std::string show_text(const Text& text, bool english);
/// The exit code the program ends with after this finding.
[[nodiscard]] QUYCHE_EXPORT int exit_code_of(const Diagnostic& finding);
/// The word of `words` that `word` may be meant to be; empty when none is near.
[[nodiscard]] QUYCHE_EXPORT std::string meant_word(const std::string& word,
                                                   const std::vector<std::string>& words);
/// YYYY-MM-DD or any form a clerk writes; nothing when it is no day.
[[nodiscard]] QUYCHE_EXPORT std::optional<Date> parse_date(const std::string& text);
/// "31/12/2018".
[[nodiscard]] QUYCHE_EXPORT std::string show_day(Date day);
/// (999, 1039) → "96,15%", or "96.15%" in English.
[[nodiscard]] QUYCHE_EXPORT std::string show_rate(std::size_t part, std::size_t whole,
                                                  bool english);

}  // namespace quyche::inline abi_1
