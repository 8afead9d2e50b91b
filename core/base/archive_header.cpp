#include "base/archive_header.hpp"

#include <algorithm>
#include <array>

namespace quyche {
namespace {

constexpr std::uint16_t k_utf8_flag = 0x0800;
constexpr std::uint32_t k_first_day = 0x00210000;  // 1980-01-01 00:00 in DOS form

/// Numbers of a header, the lowest byte first, written in one piece.
class HeaderBytes {
 public:
  void put(std::uint64_t value, std::size_t width) {
    for (const auto end = size_ + width; size_ < end; ++size_) {
      bytes_[size_] = static_cast<char>(static_cast<unsigned char>(value & 0xFFU));
      value >>= 8U;
    }
  }
  void append_to(std::string& out) const { out.append(bytes_.data(), size_); }

 private:
  std::array<char, 64> bytes_{};  // the largest has 46
  std::size_t size_ = 0;
};

// What the local and the central header have in common, from "version needed" to "extra length".
void put_header(HeaderBytes& bytes, const ArchiveHeader& header) {
  const bool is_ascii = std::all_of(header.name.begin(), header.name.end(), [](char byte) {
    return static_cast<unsigned char>(byte) < 0x80U;
  });
  bytes.put(20, 2);
  bytes.put(is_ascii ? 0 : k_utf8_flag, 2);
  bytes.put(header.method, 2);
  bytes.put(k_first_day, 4);
  bytes.put(header.crc, 4);
  bytes.put(header.packed, 4);
  bytes.put(header.size, 4);
  bytes.put(header.name.size(), 2);
  bytes.put(0, 2);
}

}  // namespace

void append_local_header(std::string& out, const ArchiveHeader& header) {
  HeaderBytes bytes;
  bytes.put(0x04034B50, 4);
  put_header(bytes, header);
  bytes.append_to(out);
  out += header.name;
}

void append_directory_header(std::string& out, const ArchiveHeader& header, std::uint64_t offset) {
  HeaderBytes bytes;
  bytes.put(0x02014B50, 4);
  bytes.put(20, 2);
  put_header(bytes, header);
  bytes.put(0, 2);  // comment
  bytes.put(0, 2);  // disk
  bytes.put(0, 2);  // internal attributes
  bytes.put(0, 4);  // external attributes
  bytes.put(offset, 4);
  bytes.append_to(out);
  out += header.name;
}

void append_archive_end(std::string& out, std::size_t entries, std::uint64_t offset,
                        std::uint64_t size) {
  HeaderBytes bytes;
  bytes.put(0x06054B50, 4);
  bytes.put(0, 4);  // disks
  bytes.put(entries, 2);
  bytes.put(entries, 2);
  bytes.put(size, 4);
  bytes.put(offset, 4);
  bytes.put(0, 2);  // comment
  bytes.append_to(out);
}

}  // namespace quyche
