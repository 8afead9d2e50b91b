#include "base/spill_file.hpp"

#include <array>
#include <cerrno>

#include "base/disk_error.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_piece = 64U << 10U;

[[noreturn]] void fail() { throw Error(disk_finding(P_tmpdir, errno)); }

}  // namespace

SpillFile::SpillFile() : file_(std::tmpfile()) {
  if (!file_) fail();
}

void SpillFile::append(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) fail();
}

void SpillFile::read(const std::function<void(std::string_view)>& take) {
  if (std::fflush(file_.get()) != 0 || std::fseek(file_.get(), 0, SEEK_SET) != 0) fail();
  std::array<char, k_piece> piece{};
  for (;;) {
    const auto length = std::fread(piece.data(), 1, piece.size(), file_.get());
    if (length == 0) break;
    take({piece.data(), length});
  }
  if (std::ferror(file_.get()) != 0) fail();
}

}  // namespace quyche
