#include "base/archive_file.hpp"

#include <cerrno>
#include <utility>

#include "base/archive_directory.hpp"
#include "base/archive_header.hpp"
#include "base/disk_error.hpp"

namespace quyche {

ArchiveFile::ArchiveFile(std::string path)
    : path_(std::move(path)), out_(path_, std::ios::binary | std::ios::trunc) {
  if (!out_) throw Error(disk_finding(path_, errno));
}

void ArchiveFile::append(std::string_view packed) {
  if (!out_.write(packed.data(), static_cast<std::streamsize>(packed.size()))) {
    throw Error(disk_finding(path_, errno));
  }
  size_ += packed.size();
}

void ArchiveFile::begin_packed(std::string name, std::uint16_t method, const PackedSum& sum) {
  entries_.push_back({std::move(name), method, sum, size_});
  const auto& entry = entries_.back();
  if (sum.size > k_largest_archive || size_ + sum.packed > k_largest_archive) {
    refuse_archive("archive.too-large", path_, entry.name, "hint.archive-total");
  }
  std::string header;
  append_local_header(header, {entry.name, method, sum.crc, sum.size, sum.packed});
  append(header);
}

void ArchiveFile::begin(const std::string& name, const PackedSum& sum) {
  begin_packed(name, 8, sum);
}

void ArchiveFile::add(const ArchiveEntry& entry) {
  begin_packed(entry.name, entry.method, {entry.crc, entry.size, entry.packed.size()});
  append(entry.packed);
}

void ArchiveFile::close() {
  const auto directory = size_;
  std::string lines;
  for (const auto& entry : entries_) {
    const auto& sum = entry.sum;
    append_directory_header(lines, {entry.name, entry.method, sum.crc, sum.size, sum.packed},
                            entry.offset);
  }
  append_archive_end(lines, entries_.size(), directory, lines.size());
  append(lines);
  out_.close();
  if (out_.fail()) throw Error(disk_finding(path_, errno));
}

}  // namespace quyche
