#include "engine/amend_job.hpp"

#include "compare/amending_papers.hpp"
#include "engine/diff_job.hpp"
#include "engine/template_job.hpp"
#include "localise/wording.hpp"

namespace quyche {

JobResult run_amend_job(Workshop& workshop, const AmendJob& job) {
  JobResult result;
  Diagnostics found;
  const auto before = read_compared(workshop, job.before, found);
  const auto after = read_compared(workshop, job.after, found);
  auto papers = make_amending_papers(before.local, after.local, trust_ids(before, after), job.date);
  const auto day = job.date.value_or(day_of(after));
  for (auto* paper : {&papers.decision, &papers.consolidated}) {
    paper->jurisdiction.day = day;
    settle_bases(paper->text, day, found);
  }
  const auto write = [&](const std::string& name, const std::string& bytes) {
    const auto path = job.folder + "/" + name;
    if (!workshop.options().dry_run) workshop.files().write(path, bytes);
    result.files.push_back(path);
  };
  const auto decision = make_template(workshop, papers.decision);
  write("decision.docx", decision.docx);
  write("decision.xml", decision.xml);
  const auto consolidated = make_template(workshop, papers.consolidated);
  write("consolidated.docx", consolidated.docx);
  write("consolidated.xml", consolidated.xml);
  write("redline.docx", make_redline(workshop, before, after, {job.author, job.date}, found));
  result.documents = papers.items;
  result.findings = found.findings();
  return result;
}

}  // namespace quyche
