#include "base/archive_header.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace quyche {
namespace {

constexpr std::uint16_t k_utf8_flag = 0x0800;
constexpr std::uint32_t k_first_day = 0x00210000;  // 1980-01-01 00:00 in DOS form

/// Numbers of a header, the lowest byte first, written in one piece.
class HeaderBytes {
 public:
  template <std::size_t width>
  void put(std::uint64_t value) {
    static_assert(std::endian::native == std::endian::little);
    std::memcpy(bytes_.data() + size_, &value, width);
    size_ += width;
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
  bytes.put<2>(20);
  bytes.put<2>(is_ascii ? 0 : k_utf8_flag);
  bytes.put<2>(header.method);
  bytes.put<4>(k_first_day);
  bytes.put<4>(header.crc);
  bytes.put<4>(header.packed);
  bytes.put<4>(header.size);
  bytes.put<2>(header.name.size());
  bytes.put<2>(0);
}

}  // namespace

void append_local_header(std::string& out, const ArchiveHeader& header) {
  HeaderBytes bytes;
  bytes.put<4>(0x04034B50);
  put_header(bytes, header);
  bytes.append_to(out);
  out += header.name;
}

void append_directory_header(std::string& out, const ArchiveHeader& header, std::uint64_t offset) {
  HeaderBytes bytes;
  bytes.put<4>(0x02014B50);
  bytes.put<2>(20);
  put_header(bytes, header);
  bytes.put<2>(0);  // comment
  bytes.put<2>(0);  // disk
  bytes.put<2>(0);  // internal attributes
  bytes.put<4>(0);  // external attributes
  bytes.put<4>(offset);
  bytes.append_to(out);
  out += header.name;
}

void append_archive_end(std::string& out, std::size_t entries, std::uint64_t offset,
                        std::uint64_t size) {
  HeaderBytes bytes;
  bytes.put<4>(0x06054B50);
  bytes.put<4>(0);  // disks
  bytes.put<2>(entries);
  bytes.put<2>(entries);
  bytes.put<4>(size);
  bytes.put<4>(offset);
  bytes.put<2>(0);  // comment
  bytes.append_to(out);
}

}  // namespace quyche
