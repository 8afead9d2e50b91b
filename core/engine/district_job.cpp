#include "engine/district_job.hpp"

#include <set>

#include "base/text.hpp"
#include "localise/localiser.hpp"
#include "quyche/abi.hpp"

namespace quyche {
namespace {

constexpr const char* k_skeleton = "/templates/new_district";
constexpr std::size_t k_longest_id = 40;

bool is_id(const std::string& id) {
  if (id.empty() || id.size() > k_longest_id || id.front() < 'a' || id.front() > 'z') return false;
  return id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
}

std::string replaced(std::string text, const std::string& word, const std::string& by) {
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + by.size())) {
    text.replace(at, word.size(), by);
  }
  return text;
}

/// What makes the amendments unusable with the model, tried on one commune of each type.
std::vector<Diagnostic> amendment_problems(Workshop& workshop, const DistrictPlugin& plugin,
                                           Date day) {
  Diagnostics found;
  Diagnostics ignored;
  std::set<std::string> types;
  for (const auto* commune : communes_on(plugin, {}, day)) {
    if (!types.insert(commune->type).second) continue;
    try {
      (void)localise(workshop.model(), plugin, {commune->code, day, {}}, ignored);
    } catch (const Error& error) {
      found.add(error.findings());
    }
    if (!found.findings().empty()) break;
  }
  return found.findings();
}

}  // namespace

std::vector<DistrictState> list_districts(Workshop& workshop) {
  std::vector<DistrictState> states;
  for (const auto& plugin : workshop.registry().plugins()) {
    DistrictState state;
    state.id = plugin.id;
    state.name = plugin.manifest.name;
    state.level = plugin.manifest.level;
    state.version = plugin.manifest.version;
    state.validity = plugin.manifest.validity;
    state.has_code = !plugin.manifest.library_file.empty();
    state.problems = plugin.problems;
    if (plugin.usable()) {
      Diagnostics ignored;
      const auto day = workshop.choose_day(plugin, std::nullopt, ignored);
      state.communes = communes_on(plugin, {}, day).size();
      state.problems = amendment_problems(workshop, plugin, day);
    }
    states.push_back(std::move(state));
  }
  return states;
}

JobResult run_new_district_job(Workshop& workshop, const std::string& id, const std::string& root) {
  auto& files = workshop.files();
  const auto folder = root + "/" + id;
  if (!is_id(id)) {
    const auto slug = replaced(file_slug(id), "-", "_");
    throw Error(Diagnostic{
        Severity::error,
        {"plugin.bad-id", {id}},
        {},
        slug.empty() ? std::vector<Text>{} : std::vector<Text>{{"hint.did-you-mean", {slug}}}});
  }
  if (files.exists(folder)) {
    throw Error(Diagnostic{Severity::error, {"file.exists", {folder}}, {folder, {}, {}, 0, 0}, {}});
  }
  JobResult result;
  const auto skeleton = workshop.options().data_folder + k_skeleton;
  for (const auto& name : files.list(skeleton)) {
    auto text = replaced(files.read(skeleton + "/" + name), "@id@", id);
    text = replaced(std::move(text), "@abi@", std::to_string(k_abi));
    const auto path = folder + "/" + name;
    if (!workshop.options().dry_run) files.stage(path, text);
    result.files.push_back(path);
  }
  files.publish();
  return result;
}

}  // namespace quyche
