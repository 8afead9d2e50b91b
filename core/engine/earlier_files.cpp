#include "engine/earlier_files.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_most_folders = 1000;

}  // namespace

bool EarlierFiles::has(const std::string& path) {
  const auto slash = path.rfind('/');
  const auto folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
  const auto* names = names_in(folder);
  const auto name = slash == std::string::npos ? path : path.substr(slash + 1);
  if (names != nullptr && !names->contains(name)) return false;
  return files_.exists(path);
}

const EarlierFiles::Names* EarlierFiles::names_in(const std::string& folder) {
  const auto known = folders_.find(folder);
  if (known != folders_.end()) return &known->second;
  if (folders_.size() >= k_most_folders) return nullptr;
  auto& names = folders_[folder];
  if (!files_.is_folder(folder)) return &names;
  for (auto& name : files_.list(folder)) names.insert(std::move(name));
  return &names;
}

}  // namespace quyche
