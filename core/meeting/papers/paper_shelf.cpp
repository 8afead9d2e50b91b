#include "meeting/papers/paper_shelf.hpp"

#include <algorithm>

#include "base/environment.hpp"
#include "base/text.hpp"
#include "meeting/meeting_names.hpp"
#include "paper/paper_template.hpp"

namespace quyche::meeting {

PaperShelf::PaperShelf(const Files& files, const std::string& folder,
                       const std::vector<FormatProfile>& profiles)
    : profiles_(profiles) {
  Diagnostics found;
  for (const auto& name : files.list(folder)) {
    if (!name.ends_with(".xml")) continue;
    const auto path = folder + "/" + name;
    auto bytes = files.read(path);
    // Other files of meetings stand here too.
    if (bytes.find("<paper ") == std::string::npos) continue;
    try {
      definitions_.push_back(read_paper(std::move(bytes), path, profiles));
    } catch (const Error& error) {
      found.add(error.findings());
    }
  }
  found.throw_if_errors();
}

std::vector<const PaperDefinition*> PaperShelf::of_kind(Kind kind) const {
  const auto name = name_of(k_kind_names, kind);
  std::vector<const PaperDefinition*> found;
  for (const auto& definition : definitions_) {
    const auto& kinds = definition.kinds;
    if (std::find(kinds.begin(), kinds.end(), name) != kinds.end()) found.push_back(&definition);
  }
  return found;
}

const PaperDefinition& PaperShelf::get(const std::string& id) const {
  std::vector<std::string> known;
  std::string all;
  for (const auto& definition : definitions_) {
    if (definition.id == id) return definition;
    known.push_back(definition.id);
    all.append(all.empty() ? "" : ", ").append(definition.id);
  }
  std::vector<Text> hints;
  if (const auto meant = nearest(id, known); !meant.empty()) {
    hints.push_back({"hint.did-you-mean", {meant}});
  }
  throw Error(Diagnostic{Severity::error, {"paper.unknown", {id, all}}, {}, std::move(hints)});
}

const FormatProfile& PaperShelf::format_of(const PaperDefinition& definition,
                                           const Meeting& meeting) const {
  const bool is_by_notice = definition.dated_by_notice && meeting.notice_on;
  return choose_profile(profiles_, definition.family,
                        is_by_notice ? *meeting.notice_on : meeting.date);
}

const Paper& PaperShelf::paper(const PaperDefinition& definition, const FormatProfile& profile) {
  const std::scoped_lock lock(mutex_);
  auto& known = compiled_[{definition.id, profile.id}];
  if (known) return *known;
  const auto own = own_.find(definition.id);
  if (own != own_.end()) {
    known =
        std::make_unique<const Paper>(definition, profile, own->second.first, own->second.second);
  } else {
    known = std::make_unique<const Paper>(
        definition, profile, make_paper_template(definition, profile), definition.id + ".docx");
  }
  return *known;
}

void PaperShelf::restyle(const PaperDefinition& definition, std::string bytes, std::string file) {
  own_[definition.id] = {std::move(bytes), std::move(file)};
}

}  // namespace quyche::meeting
