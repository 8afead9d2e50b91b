#pragma once
// Bytes set aside on the disk until they can be written where they belong; gone with the object, or
// with the program, however it ends. For sheets of any length; owns the file, which has no name.

#include <cstdio>
#include <functional>
#include <memory>
#include <string_view>

namespace quyche {

class SpillFile {
 public:
  /// Every failure is Error file.* that names the folder for temporary files.
  SpillFile();
  void append(std::string_view bytes);
  /// All bytes so far, in pieces.
  void read(const std::function<void(std::string_view)>& take);

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::unique_ptr<std::FILE, Close> file_;
};

}  // namespace quyche
