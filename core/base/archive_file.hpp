#pragma once
// A ZIP archive written to a file entry by entry, for entries too large to be kept. What is written
// is the same for the same entries, as in archive.hpp. Owns the open file.

#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/archive.hpp"
#include "base/deflate_stream.hpp"

namespace quyche {

class ArchiveFile {
 public:
  /// Throws Error file.* here and below.
  explicit ArchiveFile(std::string path);
  void add(const ArchiveEntry& entry);
  /// An entry whose packed bytes follow by append(). Throws Error archive.too-large.
  void begin(const std::string& name, const PackedSum& sum);
  void append(std::string_view packed);
  /// The directory; nothing can be added afterwards.
  void close();

 private:
  void begin_packed(std::string name, std::uint16_t method, const PackedSum& sum);

  struct Written {
    std::string name;
    std::uint16_t method = 8;
    PackedSum sum;
    std::uint64_t offset = 0;
  };
  std::string path_;
  std::ofstream out_;
  std::uint64_t size_ = 0;
  std::vector<Written> entries_;
};

}  // namespace quyche
