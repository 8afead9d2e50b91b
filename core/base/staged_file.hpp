#pragma once
// A file that is written piece by piece, or by a library that opens files itself, and stands under
// its own name only when it is whole. For rosters of any length; owns the temporary file.

#include <fstream>
#include <string>
#include <string_view>

namespace quyche {

class StagedFile {
 public:
  /// Makes the folder when it is missing. Every failure is Error file.* with `path`.
  explicit StagedFile(const std::string& path);
  StagedFile(const StagedFile&) = delete;
  StagedFile& operator=(const StagedFile&) = delete;
  /// What was not published is gone.
  ~StagedFile();

  /// The temporary file, for a library that writes it.
  [[nodiscard]] const std::string& temporary() const { return temporary_; }
  void append(std::string_view bytes);
  /// Durable, then under its own name.
  void publish();

 private:
  std::string path_;
  std::string temporary_;
  std::ofstream out_;
};

}  // namespace quyche
