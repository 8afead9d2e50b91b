#include "engine/template_job.hpp"

#include <algorithm>

#include "base/archive.hpp"
#include "docx/composer.hpp"
#include "docx/package.hpp"
#include "model/akn_writer.hpp"

namespace quyche {
namespace {

/// The same warning for every commune of a district is one warning.
void add_new(std::vector<Diagnostic>& all, const std::vector<Diagnostic>& more) {
  for (const auto& finding : more) {
    if (std::find(all.begin(), all.end(), finding) == all.end()) all.push_back(finding);
  }
}

}  // namespace

TemplateFiles make_template(Workshop& workshop, const LocalRegulation& regulation,
                            bool show_origins) {
  const auto& profile = choose_profile(workshop.profiles(), regulation.text.frame.family,
                                       regulation.jurisdiction.day);
  ComposeOptions options;
  options.show_origins = show_origins;
  Compressor compressor;
  return {write_archive(pack_parts(compose(regulation, profile, options), compressor)),
          write_local_regulation(regulation)};
}

JobResult run_template_job(Workshop& workshop, const TemplateJob& job,
                           const ProgressReport& report) {
  JobResult result;
  Diagnostics found;
  const auto& plugin = workshop.registry().get(job.district);
  const auto day = workshop.choose_day(plugin, job.date, found);
  const auto communes = communes_on(plugin, job.commune, day);
  // An unknown commune, or a day outside the district's life, is said by the localiser.
  if (communes.empty()) {
    (void)localise(workshop.model(), plugin, {job.commune, day, job.given}, found);
  }
  for (const auto* commune : communes) {
    Diagnostics warnings;
    const auto local =
        localise(workshop.model(), plugin, {commune->code, day, job.given}, warnings);
    const auto files = make_template(workshop, local, job.show_origins);
    add_new(result.findings, warnings.findings());
    const auto path = job.folder + "/" + unit_file_name(*commune);
    if (!workshop.options().dry_run) {
      workshop.files().stage(path + ".docx", files.docx);
      workshop.files().stage(path + ".xml", files.xml);
    }
    result.files.push_back(path + ".docx");
    result.files.push_back(path + ".xml");
    ++result.documents;
    if (report) report({result.documents, communes.size()});
  }
  workshop.files().publish();
  add_new(result.findings, found.findings());
  return result;
}

}  // namespace quyche
