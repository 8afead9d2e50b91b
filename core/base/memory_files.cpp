#include <algorithm>
#include <cerrno>

#include "base/disk_error.hpp"
#include "base/environment.hpp"

namespace quyche {
namespace {

// Folders stand in the map under their name with "/" at the end, besides those files imply.
std::string as_folder(const std::string& path) {
  return path.empty() || path.back() == '/' ? path : path + '/';
}

bool has_folder(const std::map<std::string, std::string>& files, const std::string& path) {
  const std::string prefix = path == "." ? "" : as_folder(path);
  const auto first = files.lower_bound(prefix);
  return first != files.end() && first->first.starts_with(prefix);
}

}  // namespace

bool MemoryFiles::exists(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  return files_.contains(path) || has_folder(files_, path);
}

bool MemoryFiles::is_folder(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  return has_folder(files_, path);
}

std::vector<std::string> MemoryFiles::list(const std::string& folder) const {
  const std::lock_guard lock(mutex_);
  if (files_.contains(folder)) throw Error(disk_finding(folder, ENOTDIR));
  if (!has_folder(files_, folder)) throw Error(disk_finding(folder, ENOENT));
  const std::string prefix = folder == "." ? "" : as_folder(folder);
  std::vector<std::string> names;
  for (auto file = files_.lower_bound(prefix); file != files_.end(); ++file) {
    if (!file->first.starts_with(prefix)) break;
    const std::string rest = file->first.substr(prefix.size());
    if (!rest.empty()) names.push_back(rest.substr(0, rest.find('/')));
  }
  // "a", "a-b" and "a/c" come in an order in which two "a" need not be neighbours.
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::string MemoryFiles::read(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  const auto file = files_.find(path);
  if (file != files_.end() && !path.ends_with('/')) return file->second;
  throw Error(disk_finding(path, has_folder(files_, path) ? EISDIR : ENOENT));
}

void MemoryFiles::remove(const std::string& path) {
  const std::lock_guard lock(mutex_);
  files_.erase(path);
}

void MemoryFiles::make_folder(const std::string& path) {
  const std::lock_guard lock(mutex_);
  if (files_.contains(path)) throw Error(disk_finding(path, ENOTDIR));
  if (!path.empty()) files_.try_emplace(as_folder(path));
}

void MemoryFiles::write(const std::string& path, std::string_view bytes) {
  const std::lock_guard lock(mutex_);
  if (has_folder(files_, path)) throw Error(disk_finding(path, EISDIR));
  files_[path] = bytes;
}

void MemoryFiles::stage(const std::string& path, std::string_view bytes) {
  std::string copy(bytes);
  const std::lock_guard lock(mutex_);
  if (has_folder(files_, path)) throw Error(disk_finding(path, EISDIR));
  staged_[path] = std::move(copy);
}

void MemoryFiles::publish() {
  const std::lock_guard lock(mutex_);
  for (auto& [path, bytes] : staged_) files_[path] = std::move(bytes);
  staged_.clear();
}

}  // namespace quyche
