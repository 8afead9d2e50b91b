#include "district/registry.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "district/plugin_library.hpp"
#include "district/profile.hpp"

namespace quyche {
namespace {

DistrictPlugin load_one(const Files& files, const std::string& folder, const std::string& id) {
  DistrictPlugin plugin;
  plugin.id = id;
  plugin.folder = folder;
  try {
    plugin.manifest = read_manifest(files, folder);
    plugin.district = read_district(files, folder, plugin.manifest);
    if (!plugin.manifest.amendments_file.empty()) {
      plugin.amendments = read_amendments(files, folder + "/" + plugin.manifest.amendments_file);
      plugin.district.bases = plugin.amendments.bases;
    }
    if (!plugin.manifest.library_file.empty()) {
      plugin.code =
          load_plugin(folder + "/" + plugin.manifest.library_file, plugin.manifest.library_class);
    }
  } catch (const Error& error) {
    plugin.problems = error.findings();
  }
  return plugin;
}

}  // namespace

Registry Registry::load(const Files& files, const std::vector<std::string>& roots) {
  Registry registry;
  std::set<std::string> seen;
  for (const auto& root : roots) {
    if (!files.is_folder(root)) continue;
    for (const auto& name : files.list(root)) {
      const auto folder = root + "/" + name;
      if (name.starts_with('.') || !files.is_folder(folder)) continue;
      if (!seen.insert(name).second) {
        DistrictPlugin twin;
        twin.id = name;
        twin.folder = folder;
        twin.problems.push_back(
            {Severity::error, {"plugin.duplicate-id", {name}}, {folder, {}, {}, 0, 0}, {}});
        registry.plugins_.push_back(std::move(twin));
        continue;
      }
      registry.plugins_.push_back(load_one(files, folder, name));
    }
  }
  std::stable_sort(registry.plugins_.begin(), registry.plugins_.end(),
                   [](const auto& left, const auto& right) { return left.id < right.id; });
  return registry;
}

const DistrictPlugin& Registry::get(const std::string& id) const {
  std::vector<std::string> names;
  for (const auto& plugin : plugins_) {
    if (plugin.id != id) {
      names.push_back(plugin.id);
      continue;
    }
    if (!plugin.usable()) throw Error(plugin.problems);
    return plugin;
  }
  std::vector<Text> hints;
  if (const auto near = nearest(id, names); !near.empty()) {
    hints.push_back({"hint.did-you-mean", {near}});
  }
  hints.push_back({"hint.list-districts", {}});
  throw Error(Diagnostic{Severity::error, {"plugin.unknown", {id}}, {}, std::move(hints)});
}

const DistrictPlugin* Registry::find_commune(std::string_view code, Date day) const {
  for (const auto& plugin : plugins_) {
    if (plugin.usable() && plugin.manifest.validity.contains(day) &&
        unit_on(plugin.district.communes, code, day) != nullptr) {
      return &plugin;
    }
  }
  return nullptr;
}

}  // namespace quyche
