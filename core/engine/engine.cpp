#include "quyche/engine.hpp"

#include <algorithm>
#include <cstdint>

#include "base/date.hpp"
#include "base/messages.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "engine/amend_job.hpp"
#include "engine/check_job.hpp"
#include "engine/derive_job.hpp"
#include "engine/diff_job.hpp"
#include "engine/district_job.hpp"
#include "engine/duty_job.hpp"
#include "engine/explain_job.hpp"
#include "engine/fill_job.hpp"
#include "engine/import_job.hpp"
#include "engine/input_job.hpp"
#include "engine/inspect_job.hpp"
#include "engine/issue_job.hpp"
#include "engine/meeting_job.hpp"
#include "engine/meeting_papers_job.hpp"
#include "engine/meeting_register.hpp"
#include "engine/meeting_year_job.hpp"
#include "engine/rebase_job.hpp"
#include "engine/register_attachment_job.hpp"
#include "engine/register_import_job.hpp"
#include "engine/register_job.hpp"
#include "engine/register_settle_job.hpp"
#include "engine/render_job.hpp"
#include "engine/report_job.hpp"
#include "engine/roster_job.hpp"
#include "engine/template_job.hpp"
#include "engine/workshop.hpp"

namespace quyche::inline abi_1 {

struct Engine::Impl {
  explicit Impl(EngineOptions options) : workshop(std::move(options)) {}
  Workshop workshop;
};

Engine::Engine(EngineOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}
Engine::~Engine() = default;

std::vector<DistrictState> Engine::districts() const { return list_districts(impl_->workshop); }

JobResult Engine::new_district(const std::string& id, const std::string& root) {
  return run_new_district_job(impl_->workshop, id, root);
}

JobResult Engine::import_model(const std::string& docx, const std::string& output) {
  return run_import_job(impl_->workshop, docx, output);
}

JobResult Engine::export_model(const std::string& output, std::optional<Date> date) {
  return run_export_job(impl_->workshop, output, date);
}

JobResult Engine::make_templates(const TemplateJob& job, const ProgressReport& report) {
  return run_template_job(impl_->workshop, job, report);
}

JobResult Engine::make_input(const InputJob& job) { return run_input_job(impl_->workshop, job); }

JobResult Engine::fill(const std::string& form, const std::string& data,
                       const std::string& output) {
  return run_fill_job(impl_->workshop, form, data, output);
}

std::string Engine::collect(const std::vector<std::string>& forms, JobResult& result) {
  return run_collect_job(impl_->workshop, forms, result);
}

JobResult Engine::issue(const IssueJob& job, const ProgressReport& report) {
  return run_issue_job(impl_->workshop, job, report);
}

Explanation Engine::explain(const std::string& file, const std::string& provision) {
  return run_explain_job(impl_->workshop, file, provision);
}

CheckReport Engine::check(const CheckJob& job) { return run_check_job(impl_->workshop, job); }

RegisterResult Engine::register_init(const RegisterView& view) {
  return run_register_init_job(impl_->workshop, view);
}

RegisterResult Engine::register_import(const RegisterImport& job, const ProgressReport& report) {
  return run_register_import_job(impl_->workshop, job, report);
}

Adoption Engine::register_status(const RegisterView& view) {
  return run_register_status_job(impl_->workshop, view);
}

std::vector<HistoryEntry> Engine::register_history(const RegisterView& view) {
  return run_register_history_job(impl_->workshop, view);
}

RegisterResult Engine::register_undo(const RegisterView& view) {
  return run_register_undo_job(impl_->workshop, view);
}

RegisterResult Engine::register_settle(const RegisterSettlement& job) {
  return run_register_settle_job(impl_->workshop, job);
}

RegisterResult Engine::register_attach(const RegisterAttachment& job) {
  return run_attach_job(impl_->workshop, job);
}

std::vector<AttachmentEntry> Engine::register_attachments(const RegisterAttachment& job) {
  return run_attachments_job(impl_->workshop, job);
}

RegisterResult Engine::register_check(const RegisterView& view) {
  return run_register_check_job(impl_->workshop, view);
}

InspectReport Engine::inspect(const InspectJob& job) const {
  return run_inspect_job(impl_->workshop, job);
}

JobResult Engine::render(const RenderJob& job, const ProgressReport& report) {
  return run_render_job(impl_->workshop, job, report);
}

RegisterResult Engine::report(const ReportJob& job) { return run_report_job(impl_->workshop, job); }

RegisterResult Engine::remind(const ReportJob& job) { return run_remind_job(impl_->workshop, job); }

RegisterResult Engine::duty(const DutyJob& job) { return run_duty_job(impl_->workshop, job); }

RegisterResult Engine::roster(const RosterJob& job) { return run_roster_job(impl_->workshop, job); }

DiffReport Engine::diff(const DiffJob& job) { return run_diff_job(impl_->workshop, job); }

JobResult Engine::derive(const DeriveJob& job) { return run_derive_job(impl_->workshop, job); }

JobResult Engine::amend(const AmendJob& job) { return run_amend_job(impl_->workshop, job); }

RebaseReport Engine::rebase(const RebaseJob& job) { return run_rebase_job(impl_->workshop, job); }

std::vector<MeetingReport> Engine::meeting_check(const MeetingCheckJob& job) {
  return run_meeting_check_job(impl_->workshop, job);
}

RegisterResult Engine::keep_meetings(const KeepMeetingsJob& job) {
  return run_keep_meetings_job(impl_->workshop, job);
}

JobResult Engine::new_meeting(const NewMeetingJob& job) {
  return run_new_meeting_job(impl_->workshop, job);
}

std::vector<TaskLine> Engine::meeting_tasks(const TaskJob& job) {
  return run_meeting_tasks_job(impl_->workshop, job);
}

JobResult Engine::meeting_year(const MeetingYearJob& job) {
  return run_meeting_year_job(impl_->workshop, job);
}

JobResult Engine::meeting_papers(const MeetingPapersJob& job, const ProgressReport& report) {
  return run_meeting_papers_job(impl_->workshop, job, report);
}

JobResult Engine::meeting_template(const MeetingTemplateJob& job) {
  return run_meeting_template_job(impl_->workshop, job);
}

void Engine::write_file(const std::string& path, const std::string& bytes) {
  if (!impl_->workshop.options().dry_run) impl_->workshop.files().write(path, bytes);
}

std::string show_finding(const Diagnostic& finding, bool english) {
  return show(finding, english ? Language::english : Language::vietnamese);
}

std::string show_text(const Text& text, bool english) {
  return sentence(text, english ? Language::english : Language::vietnamese);
}

int exit_code_of(const Diagnostic& finding) { return exit_code(finding); }

std::string meant_word(const std::string& word, const std::vector<std::string>& words) {
  return nearest(word, words);
}
std::optional<Date> parse_date(const std::string& text) { return date_from_text(text); }

std::string show_day(Date day) { return short_date(day); }

std::string show_rate(std::size_t part, std::size_t whole, bool english) {
  auto rate = percentage(static_cast<std::int64_t>(part), static_cast<std::int64_t>(whole));
  if (english) std::replace(rate.begin(), rate.end(), ',', '.');
  return rate;
}

}  // namespace quyche::inline abi_1
