#include "base/staged_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "base/disk_error.hpp"
#include "base/disk_place.hpp"
#include "base/environment.hpp"

namespace quyche {
StagedFile::StagedFile(const std::string& path) : path_(meant_file(path)) {
  DiskFiles disk;
  if (disk.is_folder(path_)) throw Error(disk_finding(path_, EISDIR));
  if (is_special(path_)) throw Error(disk_finding(path_, ENOTSUP));  // it cannot be replaced
  const auto folder = folder_of(path_);
  disk.make_folder(folder);
  temporary_ = temporary_name(folder);
  try {
    disk.write(temporary_, {});
  } catch (const Error& error) {
    auto findings = error.findings();
    for (auto& finding : findings) {  // nobody asked for the temporary file
      finding.place.file = path_;
      if (!finding.message.arguments.empty()) finding.message.arguments.front() = path_;
    }
    throw Error(std::move(findings));
  }
}

StagedFile::~StagedFile() {
  if (temporary_.empty()) return;
  out_.close();
  ::unlink(temporary_.c_str());
}

void StagedFile::append(std::string_view bytes) {
  if (!out_.is_open()) out_.open(temporary_, std::ios::binary | std::ios::trunc);
  if (!out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()))) fail_on_disk(path_);
}

void StagedFile::publish() {
  if (out_.is_open()) out_.close();
  if (out_.fail()) fail_on_disk(path_);
  const int number = ::open(temporary_.c_str(), O_RDONLY | O_CLOEXEC);
  if (number < 0) fail_on_disk(path_);
  const bool synced = ::fsync(number) == 0;
  ::close(number);
  if (!synced || ::rename(temporary_.c_str(), path_.c_str()) != 0) fail_on_disk(path_);
  temporary_.clear();
}

}  // namespace quyche
