#include "base/inflated_bytes.hpp"

#include <libdeflate.h>
#include <zlib.h>

#include <algorithm>
#include <new>
#include <utility>

namespace quyche {
namespace {

constexpr int k_raw_data = -15;  // no header: archives have their own
constexpr std::size_t k_most_at_once = 1U << 30U;

class InflatedBytes final : public ByteSource {
 public:
  InflatedBytes(DirectoryEntry entry, std::string file)
      : entry_(std::move(entry)), file_(std::move(file)) {
    if (inflateInit2(&stream_, k_raw_data) != Z_OK) throw std::bad_alloc();
  }
  ~InflatedBytes() override { inflateEnd(&stream_); }

  bool read(std::string& out, std::size_t size) override {
    if (is_done_) return false;
    const auto before = out.size();
    if (entry_.method == 0) {
      out.append(entry_.data.substr(static_cast<std::size_t>(size_), size));
    } else {
      inflate_into(out, std::min(size, k_most_at_once));
    }
    const auto got = out.size() - before;
    crc_ = libdeflate_crc32(crc_, out.data() + before, got);
    size_ += got;
    if (size_ > entry_.size) damaged("hint.archive-size");
    if (got < size) finish();
    return got > 0;
  }

  void rewind() override {
    inflateReset(&stream_);
    taken_ = 0;
    size_ = 0;
    crc_ = 0;
    is_done_ = false;
  }

 private:
  void inflate_into(std::string& out, std::size_t size) {
    const auto before = out.size();
    out.resize(before + size);
    stream_.next_out = reinterpret_cast<Bytef*>(out.data() + before);
    stream_.avail_out = static_cast<uInt>(size);
    int result = Z_OK;
    while (result == Z_OK && stream_.avail_out > 0) {
      const auto left = std::min(entry_.data.size() - taken_, k_most_at_once);
      stream_.next_in =
          reinterpret_cast<Bytef*>(const_cast<char*>(entry_.data.data())) + taken_;  // only read
      stream_.avail_in = static_cast<uInt>(left);
      result = inflate(&stream_, Z_NO_FLUSH);
      taken_ += left - stream_.avail_in;
      if (left == 0 && result == Z_OK) result = Z_BUF_ERROR;
    }
    out.resize(before + size - stream_.avail_out);
    if (result != Z_OK && result != Z_STREAM_END) damaged("hint.archive-data");
  }

  // Fewer bytes came than were asked for: these were the last.
  void finish() {
    is_done_ = true;
    const bool all_taken = entry_.method == 0 || taken_ == entry_.data.size();
    if (size_ != entry_.size || !all_taken) damaged("hint.archive-size");
    if (crc_ != entry_.crc) damaged("hint.archive-crc");
  }

  [[noreturn]] void damaged(const char* hint) const {
    refuse_archive("archive.damaged", file_, entry_.name, hint);
  }

  DirectoryEntry entry_;
  std::string file_;
  z_stream stream_{};
  std::size_t taken_ = 0;   ///< of the packed bytes
  std::uint64_t size_ = 0;  ///< of what came out
  std::uint32_t crc_ = 0;
  bool is_done_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> inflated_bytes(DirectoryEntry entry, const std::string& file) {
  return std::make_unique<InflatedBytes>(std::move(entry), file);
}

}  // namespace quyche
