#include "engine/amend_job.hpp"

#include <atomic>
#include <string_view>

#include "compare/amending_papers.hpp"
#include "engine/diff_job.hpp"
#include "engine/template_job.hpp"
#include "engine/work_queue.hpp"
#include "localise/wording.hpp"

namespace quyche {

AmendingFiles make_amending_files(Workshop& workshop, const ComparedText& before,
                                  const ComparedText& after, std::optional<Date> day,
                                  Diagnostics& found) {
  tell_other_family(before.local.text, after.local.text, after.file, found);
  auto papers = make_amending_papers(before.local, after.local, trust_ids(before, after), day);
  AmendingFiles made{{}, papers.items};
  const auto add = [&](const std::string& name, LocalRegulation& paper) {
    paper.jurisdiction.day = day.value_or(day_of(after));
    settle_bases(paper.text, paper.jurisdiction.day, found);
    auto files = make_template(workshop, paper);
    made.files.push_back({name + ".docx", std::move(files.docx)});
    made.files.push_back({name + ".xml", std::move(files.xml)});
  };
  add("decision", papers.decision);
  add("consolidated", papers.consolidated);
  return made;
}

namespace {

constexpr std::string_view k_xml = ".xml";

/// Paths below `folder`, in order, without ".xml".
void find_texts(const Files& files, const std::string& folder, const std::string& below,
                std::vector<std::string>& found) {
  for (const auto& name : files.list(folder + below)) {
    const auto path = below + "/" + name;
    if (files.is_folder(folder + path)) {
      find_texts(files, folder, path, found);
    } else if (name.ends_with(k_xml)) {
      found.push_back(path.substr(0, path.size() - k_xml.size()));
    }
  }
}

/// The papers of every text that is in both folders.
class FolderAmending {
 public:
  FolderAmending(Workshop& workshop, const AmendJob& job) : workshop_(workshop), job_(job) {
    std::vector<std::string> stems;
    find_texts(workshop.files(), job.before, "", stems);
    for (auto& stem : stems) {
      if (workshop.files().exists(job.after + stem + std::string(k_xml))) {
        stems_.push_back(std::move(stem));
      }
    }
    if (!stems_.empty()) return;
    throw Error(Diagnostic{Severity::error,
                           {"amend.no-pairs", {}},
                           {job.after, {}, {}, 0, 0},
                           {{"hint.amend-no-pairs", {}}}});
  }

  JobResult run() {
    std::vector<Diagnostics> found(stems_.size());
    std::atomic<std::size_t> next = 0;
    std::atomic<std::size_t> made = 0;
    run_workers(workshop_.threads(), [&] {
      for (auto at = next++; at < stems_.size(); at = next++) {
        if (make(stems_[at], found[at])) ++made;
      }
    });
    workshop_.files().publish();
    JobResult result;
    result.documents = made;
    result.issued = stems_.size();
    result.files.push_back(job_.folder);
    for (const auto& each : found) {
      const auto& findings = each.findings();
      result.findings.insert(result.findings.end(), findings.begin(), findings.end());
    }
    return result;
  }

 private:
  bool make(const std::string& stem, Diagnostics& found) {
    try {
      const auto before = read_compared(workshop_, job_.before + stem + std::string(k_xml), found);
      const auto after = read_compared(workshop_, job_.after + stem + std::string(k_xml), found);
      const auto papers = make_amending_files(workshop_, before, after, job_.date, found);
      const auto redline = make_redline(workshop_, before, after, {job_.author, job_.date}, found);
      if (workshop_.options().dry_run) return true;
      for (const auto& [name, bytes] : papers.files) stage(stem + "/" + name, bytes);
      stage(stem + "/redline.docx", redline);
      return true;
    } catch (const Error& error) {
      if (error.findings().front().message.code == "amend.nothing") return false;
      for (auto finding : error.findings()) {
        if (finding.place.file.empty()) finding.place.file = job_.after + stem + std::string(k_xml);
        found.add(std::move(finding));
      }
    } catch (const std::exception& bug) {
      found.add({Severity::error, {"bug.unexpected", {bug.what()}}, {}, {}});
    }
    return false;
  }

  void stage(const std::string& path, const std::string& bytes) {
    workshop_.files().stage(job_.folder + path, bytes);
  }

  Workshop& workshop_;
  const AmendJob& job_;
  std::vector<std::string> stems_;
};

}  // namespace

JobResult run_amend_job(Workshop& workshop, const AmendJob& job) {
  if (workshop.files().is_folder(job.before)) return FolderAmending(workshop, job).run();
  JobResult result;
  Diagnostics found;
  const auto before = read_compared(workshop, job.before, found);
  const auto after = read_compared(workshop, job.after, found);
  const auto write = [&](const std::string& name, const std::string& bytes) {
    const auto path = job.folder + "/" + name;
    if (!workshop.options().dry_run) workshop.files().write(path, bytes);
    result.files.push_back(path);
  };
  const auto made = make_amending_files(workshop, before, after, job.date, found);
  for (const auto& file : made.files) write(file.name, file.bytes);
  write("redline.docx", make_redline(workshop, before, after, {job.author, job.date}, found));
  result.documents = made.items;
  result.findings = found.findings();
  return result;
}

}  // namespace quyche
