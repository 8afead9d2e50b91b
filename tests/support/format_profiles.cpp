#include "support/format_profiles.hpp"

#include "base/environment.hpp"

namespace quyche::sample {

FormatProfile format_profile(const std::string& id) {
  const auto file = id + ".xml";
  return read_format_profile(DiskFiles().read(std::string(QUYCHE_FORMATS) + "/" + file), file);
}

std::vector<FormatProfile> format_profiles() {
  std::vector<FormatProfile> profiles;
  for (const auto& name : DiskFiles().list(QUYCHE_FORMATS)) {
    if (name.ends_with(".xml")) profiles.push_back(format_profile(name.substr(0, name.size() - 4)));
  }
  return profiles;
}

}  // namespace quyche::sample
