#include "engine/duty_shelf.hpp"

#include "base/text.hpp"
#include "engine/roster_job.hpp"
#include "paper/paper_template.hpp"

namespace quyche {
namespace {

constexpr const char* k_duties_folder = "/templates/duties";

}  // namespace

DutyShelf::DutyShelf(Workshop& workshop) : profiles_(workshop.profiles()) {
  const auto folder = workshop.options().data_folder + k_duties_folder;
  Diagnostics found;
  for (const auto& name : workshop.files().list(folder)) {
    if (!name.ends_with(".xml")) continue;
    const auto path = folder + "/" + name;
    try {
      auto definition = read_paper(workshop.files().read(path), path, profiles_);
      auto roster = find_roster(workshop, definition.kinds.front());
      papers_.push_back({std::move(definition), std::move(roster)});
    } catch (const Error& error) {
      found.add(error.findings());
    }
  }
  found.throw_if_errors();
}

std::vector<const DutyPaper*> DutyShelf::wanted(const std::string& id) const {
  std::vector<const DutyPaper*> wanted;
  std::vector<std::string> ids;
  std::string list;
  for (const auto& paper : papers_) {
    const auto& own = paper.definition.id;
    if (id.empty() || id == own) wanted.push_back(&paper);
    ids.push_back(own);
    list += (list.empty() ? "" : ", ") + own;
  }
  if (!wanted.empty()) return wanted;
  std::vector<Text> hints;
  if (const auto near = nearest(id, ids); !near.empty())
    hints.push_back({"hint.did-you-mean", {near}});
  throw Error(
      Diagnostic{Severity::error, {"duty.unknown-paper", {id, list}}, {}, std::move(hints)});
}

const FormatProfile& DutyShelf::format_of(const DutyPaper& paper, Date day) const {
  return choose_profile(profiles_, paper.definition.family, day);
}

const Paper& DutyShelf::compiled(const DutyPaper& paper, Date day) {
  const auto& profile = format_of(paper, day);
  auto& made = compiled_[{paper.definition.id, profile.id}];
  if (made == nullptr) {
    made = std::make_unique<const Paper>(paper.definition, profile,
                                         make_paper_template(paper.definition, profile),
                                         paper.definition.id);
  }
  return *made;
}

}  // namespace quyche
