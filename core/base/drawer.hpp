#pragma once
// What one thread has written and not yet published. Its second file in a row for a folder, and all
// that follow, are made in a folder of its own inside that one: a folder takes new files one after
// the other, and threads that wait for it sleep longer than writing takes. For DiskFiles.

#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace quyche {

struct Drawer {
  using Staged = std::vector<std::pair<std::string, std::string>>;  ///< temporary → final name

  std::mutex mutex;               ///< held while its thread writes, and while it is emptied
  std::string folder;             ///< where the last file goes; empty: none yet
  std::string private_folder;     ///< inside of it; empty: none yet
  std::vector<std::string> left;  ///< private folders of other folders
  Staged staged;

  /// Its next file goes into another folder; empty: into none that is known.
  void turn_to(const std::string& next) {
    if (!private_folder.empty()) left.push_back(std::exchange(private_folder, {}));
    folder = next;
  }
};

}  // namespace quyche
