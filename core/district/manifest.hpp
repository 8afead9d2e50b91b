#pragma once
// plugin.xml: what a plugin says about itself, read and checked before anything else of it is
// touched, its code above all.

#include <string>
#include <vector>

#include "base/environment.hpp"
#include "quyche/values.hpp"

namespace quyche {

struct Manifest {
  std::string id;
  int abi = 0;
  std::string version;
  std::string name;
  Level level = Level::district;
  std::string unit_code;  ///< GSO code of the unit; of the province at province level
  Validity validity;
  std::string profile_file;     ///< paths inside the plugin's folder
  std::string amendments_file;  ///< empty: none
  std::string vocabulary_file;  ///< empty: none
  std::string library_file;     ///< empty: data alone
  std::string library_class;
  std::string notice;
};

/// Reads `folder`/plugin.xml. Throws Error with every finding: plugin.no-manifest,
/// plugin.bad-manifest, plugin.wrong-abi, plugin.outside-folder, plugin.missing-file,
/// plugin.id-differs, plugin.bad-value.
[[nodiscard]] Manifest read_manifest(const Files& files, const std::string& folder);

}  // namespace quyche
