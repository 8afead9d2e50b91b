// A file on the disk as a source of bytes: DiskFiles::open.

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "base/disk_error.hpp"
#include "base/disk_place.hpp"
#include "base/environment.hpp"

namespace quyche {
namespace {

class DiskBytes final : public ByteSource {
 public:
  DiskBytes(std::string path, int number) : path_(std::move(path)), number_(number) {}
  ~DiskBytes() override { ::close(number_); }

  bool read(std::string& out, std::size_t size) override {
    const auto before = out.size();
    out.resize(before + size);
    ssize_t got = 0;
    do {
      got = ::pread(number_, out.data() + before, size, at_);
    } while (got < 0 && errno == EINTR);
    const int reason = errno;
    out.resize(before + static_cast<std::size_t>(got < 0 ? 0 : got));
    if (got < 0) fail_on_disk(path_, reason);
    at_ += got;
    return got > 0;
  }
  void rewind() override { at_ = 0; }

 private:
  std::string path_;
  int number_;
  off_t at_ = 0;
};

}  // namespace

std::unique_ptr<ByteSource> DiskFiles::open(const std::string& path) const {
  struct stat about {};
  // A pipe can be read once; a folder is refused there.
  const bool is_file = ::stat(path.c_str(), &about) == 0 && S_ISREG(about.st_mode);
  if (!is_file || path.find('\0') != std::string::npos) return Files::open(path);
  const int number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (number < 0) fail_on_disk(path);
  return std::make_unique<DiskBytes>(path, number);
}

}  // namespace quyche
