#include "engine/rebase_job.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "compare/derivation.hpp"
#include "engine/compared_text.hpp"
#include "engine/conflict_files.hpp"
#include "engine/village_rebase.hpp"
#include "localise/localiser.hpp"
#include "model/numbering.hpp"

namespace quyche {
namespace {

/// A model to rebase from or to: .xml, numbered, terms worded, every reference with its target.
Regulation read_rebase_model(Workshop& workshop, const std::string& file, Diagnostics& found) {
  if (!file.ends_with(".xml")) {
    throw Error(Diagnostic{Severity::error,
                           {"rebase.needs-xml", {}},
                           {file, {}, {}, 0, 0},
                           {{"hint.rebase-xml", {}}}});
  }
  Diagnostics read;
  auto model = read_compared(workshop, file, read).local.text;
  Diagnostics problems;
  number_provisions(model, problems);
  for (auto finding : problems.findings()) {
    finding.place.file = file;
    found.add(std::move(finding));
  }
  found.throw_if_errors();
  found.add(read.findings());
  return model;
}

void check_kinship(const Regulation& before, const Regulation& after, const std::string& file) {
  std::set<std::string> ids;
  for (const auto& listed : list_provisions(before, {})) ids.insert(listed.provision->id);
  const auto list = list_provisions(after, {});
  const auto shared = static_cast<std::size_t>(std::count_if(
      list.begin(), list.end(),
      [&](const ListedProvision& listed) { return ids.contains(listed.provision->id); }));
  if (shared * k_least_shared >= list.size()) return;
  throw Error(
      Diagnostic{Severity::error,
                 {"compare.unrelated", {std::to_string(shared), std::to_string(list.size())}},
                 {file, {}, {}, 0, 0},
                 {{"hint.compare-unrelated", {}}}});
}

/// The <basis> elements of the old list, as they are written.
std::string basis_elements(const std::string& xml) {
  std::string out;
  for (auto at = xml.find("<basis"); at != std::string::npos; at = xml.find("<basis", at + 1)) {
    const auto close = xml.find('>', at);
    if (close == std::string::npos) break;
    constexpr std::string_view k_end = "</basis>";
    const auto end = xml[close - 1] == '/' ? close + 1 : xml.find(k_end, close) + k_end.size();
    out += "  " + xml.substr(at, end - at) + "\n";
  }
  return out;
}

/// The first version="…" of plugin.xml's root says which model the plugin now follows.
std::string with_version(std::string xml, const std::string& version) {
  const auto root = xml.find("<plugin");
  const auto at = xml.find(" version=\"", root);
  if (root == std::string::npos || at == std::string::npos) return xml;
  const auto begin = at + std::string_view(" version=\"").size();
  const auto end = xml.find_first_of("+\"", begin);
  return xml.substr(0, end) + "+" + version + xml.substr(xml.find('"', begin));
}

class DistrictRebase {
 public:
  DistrictRebase(Workshop& workshop, const RebaseJob& job)
      : workshop_(workshop), job_(job), plugin_(workshop.registry().get(job.district)) {}

  RebaseReport run() {
    Diagnostics found;
    const auto before = read_rebase_model(workshop_, job_.old_model, found);
    const auto after = read_rebase_model(workshop_, job_.new_model, found);
    check_kinship(before, after, job_.new_model);
    tell_other_family(before, after, job_.new_model, found);
    const ConflictFiles files{folder() + "/conflicts", job_.author, after.date.value_or(today()),
                              after.frame.family};
    auto choices = read_earlier_choices(workshop_, files);
    if (!job_.resolved.empty()) {
      auto given = read_choices(workshop_, job_.resolved);
      given.merge(choices);
      choices = std::move(given);
    }
    auto moved = transplant_amendments(before, after, plugin_.amendments.list, choices, found);
    found.throw_if_errors();
    RebaseReport report;
    RebaseLine line;
    line.name = plugin_.manifest.name;
    line.file = plugin_.folder + "/" + plugin_.manifest.amendments_file;
    line.changes = moved.list.size();
    report.files = write_conflicts(workshop_, files, moved.conflicts, choices);
    report.open_conflicts = moved.conflicts.size();
    if (moved.conflicts.empty()) {
      check_result(after, moved.list, line.file, found);
      // With errors nothing is written, but what became of the references is still told.
      if (!found.has_errors()) write_plugin(after, moved.list, report.files);
    }
    line.conflicts = std::move(moved.conflicts);
    line.references = std::move(moved.references);
    line.findings = found.findings();
    report.lines.push_back(std::move(line));
    return report;
  }

 private:
  [[nodiscard]] std::string folder() const { return job_.folder + "/" + plugin_.id; }

  /// The new list must fit every type of commune.
  void check_result(const Regulation& after, const std::vector<Amendment>& list,
                    const std::string& file, Diagnostics& found) {
    auto plugin = plugin_;
    plugin.amendments.list = list;
    Diagnostics ignored;
    const auto day = workshop_.choose_day(plugin_, job_.date, ignored);
    std::set<std::string> types;
    for (const auto* commune : communes_on(plugin, {}, day)) {
      if (!types.insert(commune->type).second) continue;
      try {
        (void)localise(after, plugin, {commune->code, day, {}}, ignored);
      } catch (const Error& error) {
        for (auto finding : error.findings()) {
          if (finding.place.file.empty()) finding.place.file = file;
          found.add(std::move(finding));
        }
        return;
      }
    }
  }

  /// The whole plugin, so that its folder can be used as it is.
  void write_plugin(const Regulation& after, const std::vector<Amendment>& list,
                    std::vector<std::string>& written) {
    auto& files = workshop_.files();
    const auto& manifest = plugin_.manifest;
    for (const auto& name : files.list(plugin_.folder)) {
      const auto path = plugin_.folder + "/" + name;
      if (files.is_folder(path)) continue;
      auto bytes = files.read(path);
      if (name == "plugin.xml") bytes = with_version(std::move(bytes), after.version);
      if (name == manifest.amendments_file) {
        auto xml = write_amendments(after, list);
        const auto end = xml.rfind("</amendments>");
        xml.insert(end, basis_elements(bytes));
        bytes = std::move(xml);
      }
      const auto target = folder() + "/" + name;
      if (!workshop_.options().dry_run) files.write(target, bytes);
      written.push_back(target);
    }
  }

  Workshop& workshop_;
  const RebaseJob& job_;
  const DistrictPlugin& plugin_;
};

}  // namespace

RebaseReport run_rebase_job(Workshop& workshop, const RebaseJob& job) {
  if (job.data.empty()) return DistrictRebase(workshop, job).run();
  return rebase_villages(workshop, job);
}

}  // namespace quyche
