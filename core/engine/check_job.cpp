#include "engine/check_job.hpp"

#include "base/messages.hpp"
#include "check/annotate.hpp"
#include "check/checker.hpp"
#include "check/fix.hpp"
#include "check/mended_findings.hpp"
#include "engine/template_check.hpp"

namespace quyche {
namespace {

/// One checked document; the view points into the package.
struct Checked {
  Checked(std::string_view bytes, const std::string& file,
          const std::vector<FormatProfile>& profiles, const std::string& profile)
      : package(bytes, file),
        view(package),
        result(check::check_package(package, view, profiles, profile)) {}

  check::DocumentPackage package;
  check::DocumentView view;
  check::CheckResult result;
};

std::vector<Mending> mendings(const check::DocumentView& view,
                              const std::vector<check::Finding>& mended) {
  std::vector<Mending> list;
  for (const auto& finding : mended) {
    list.push_back({finding.diagnostic.message, check::paragraph_numbers(view, finding)});
  }
  return list;
}

/// What was mended as remarks of its own, before what is left.
std::vector<check::Finding> with_mended(std::vector<check::Finding> mended,
                                        const std::vector<check::Finding>& left,
                                        Language language) {
  for (auto& finding : mended) {
    auto was = sentence(finding.diagnostic.message, language);
    was.append(" [").append(finding.diagnostic.message.code).append("]");
    finding.diagnostic.severity = Severity::note;
    finding.diagnostic.message = {"check.mended", {was}};
    finding.diagnostic.hints.clear();
  }
  mended.insert(mended.end(), left.begin(), left.end());
  return mended;
}

}  // namespace

CheckReport run_check_job(Workshop& workshop, const CheckJob& job) {
  const auto& profiles = workshop.profiles();
  const auto original = workshop.files().read(job.file);
  if (auto checked = check_template(workshop, job, original)) return *std::move(checked);
  CheckReport report;
  const auto write = [&](const std::string& path, const std::string& data) {
    if (!workshop.options().dry_run) workshop.files().write(path, data);
    report.files.push_back(path);
  };
  auto bytes = original;
  // What was mended is not reported any more: the findings are about the copy.
  if (!job.fixed.empty()) {
    bytes = check::fix_document(original, job.file, profiles, job.profile);
    write(job.fixed, bytes);
  }
  Checked checked(bytes, job.fixed.empty() ? job.file : job.fixed, profiles, job.profile);
  const auto& findings = checked.result.findings;
  std::vector<check::Finding> mended;
  if (!job.fixed.empty()) {
    const Checked before(original, job.file, profiles, job.profile);
    mended = check::mended_findings(before.result.findings, findings);
    report.mended = mendings(checked.view, mended);
  }
  report.profile = checked.result.profile;
  for (const auto& finding : findings) report.findings.push_back(finding.diagnostic);
  if (!job.annotated.empty()) {
    const auto language = job.english ? Language::english : Language::vietnamese;
    check::annotate(checked.package, checked.view,
                    with_mended(std::move(mended), findings, language), language);
    write(job.annotated, checked.package.save());
  }
  return report;
}

}  // namespace quyche
