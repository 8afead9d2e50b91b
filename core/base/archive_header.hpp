#pragma once
// The headers of a ZIP file as bytes: one for each entry, one more for each in the directory, one
// at the end. For those that write archives; times are always 1980-01-01 00:00, as Office writes
// them.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace quyche {

/// What a header says of an entry; `name` must live as long as it.
struct ArchiveHeader {
  std::string_view name;
  std::uint16_t method = 8;
  std::uint32_t crc = 0;
  std::uint64_t size = 0;    ///< unpacked, bytes
  std::uint64_t packed = 0;  ///< bytes in the archive
};

constexpr std::uint64_t k_largest_archive = 0xFFFFFFFE;  ///< without ZIP64, also of an entry

/// What stands before the packed bytes of an entry.
void append_local_header(std::string& out, const ArchiveHeader& header);
/// Its line in the directory; `offset` is where its local header stands in the archive.
void append_directory_header(std::string& out, const ArchiveHeader& header, std::uint64_t offset);
/// What stands after the directory of `entries` lines, which begins at `offset`.
void append_archive_end(std::string& out, std::size_t entries, std::uint64_t offset,
                        std::uint64_t size);

}  // namespace quyche
