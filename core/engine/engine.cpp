#include "quyche/engine.hpp"

#include "base/date.hpp"
#include "base/messages.hpp"
#include "base/text.hpp"
#include "engine/check_job.hpp"
#include "engine/district_job.hpp"
#include "engine/explain_job.hpp"
#include "engine/fill_job.hpp"
#include "engine/import_job.hpp"
#include "engine/input_job.hpp"
#include "engine/issue_job.hpp"
#include "engine/render_job.hpp"
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

JobResult Engine::render(const RenderJob& job, const ProgressReport& report) {
  return run_render_job(impl_->workshop, job, report);
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

}  // namespace quyche::inline abi_1
