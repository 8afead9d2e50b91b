#pragma once
// What stood in the folders of a job before it wrote there. Each folder is read once, so that who
// asks does not wait for threads that are making files in it. One thread at a time may ask.

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/environment.hpp"

namespace quyche {

class EarlierFiles {
 public:
  /// `files` must outlive it.
  explicit EarlierFiles(const Files& files) : files_(files) {}
  [[nodiscard]] bool has(const std::string& path);

 private:
  using Names = std::unordered_set<std::string>;
  /// Null once there are too many folders to be kept.
  [[nodiscard]] const Names* names_in(const std::string& folder);

  const Files& files_;
  std::unordered_map<std::string, Names> folders_;
};

}  // namespace quyche
