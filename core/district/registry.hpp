#pragma once
// All plugins found, good and bad: a plugin that fails to check is listed with its reason and harms
// no other. Finds the plugin for a unit on a day.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/environment.hpp"
#include "district/amendments.hpp"
#include "district/manifest.hpp"
#include "quyche/district.hpp"
#include "quyche/plugin.hpp"

namespace quyche {

/// One plugin folder. `problems` empty: loaded.
struct DistrictPlugin {
  std::string id;
  std::string folder;
  Manifest manifest;
  District district;
  Amendments amendments;
  std::shared_ptr<const Plugin> code;  ///< null: data alone
  std::vector<Diagnostic> problems;
  [[nodiscard]] bool usable() const { return problems.empty(); }
};

class Registry {
 public:
  /// Reads every folder below each of `roots`, in order of id; of two plugins with one id the first
  /// root wins and the other is listed with plugin.duplicate-id.
  static Registry load(const Files& files, const std::vector<std::string>& roots);

  [[nodiscard]] const std::vector<DistrictPlugin>& plugins() const { return plugins_; }
  /// Throws Error plugin.unknown (nearest id offered) or the plugin's own problems.
  [[nodiscard]] const DistrictPlugin& get(const std::string& id) const;
  /// The usable plugin that has the commune `code` on `day`, or null.
  [[nodiscard]] const DistrictPlugin* find_commune(std::string_view code, Date day) const;

 private:
  std::vector<DistrictPlugin> plugins_;
};

}  // namespace quyche
