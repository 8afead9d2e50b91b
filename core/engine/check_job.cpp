#include "engine/check_job.hpp"

#include "base/messages.hpp"
#include "check/annotate.hpp"
#include "check/checker.hpp"
#include "check/fix.hpp"
#include "engine/template_check.hpp"

namespace quyche {

CheckReport run_check_job(Workshop& workshop, const CheckJob& job) {
  const auto& profiles = workshop.profiles();
  auto bytes = workshop.files().read(job.file);
  if (auto checked = check_template(workshop, job, bytes)) return *std::move(checked);
  CheckReport report;
  const auto write = [&](const std::string& path, const std::string& data) {
    if (!workshop.options().dry_run) workshop.files().write(path, data);
    report.files.push_back(path);
  };
  // What was mended is not reported any more: the findings are about the copy.
  if (!job.fixed.empty()) {
    bytes = check::fix_document(bytes, job.file, profiles, job.profile);
    write(job.fixed, bytes);
  }
  check::DocumentPackage package(bytes, job.fixed.empty() ? job.file : job.fixed);
  const check::DocumentView view(package);
  const auto result = check::check_package(package, view, profiles, job.profile);
  report.profile = result.profile;
  for (const auto& finding : result.findings) report.findings.push_back(finding.diagnostic);
  if (!job.annotated.empty()) {
    check::annotate(package, view, result.findings,
                    job.english ? Language::english : Language::vietnamese);
    write(job.annotated, package.save());
  }
  return report;
}

}  // namespace quyche
