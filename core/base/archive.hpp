#pragma once
// ZIP archives as lists of packed entries: what is not touched is copied as it is packed. Reading
// never trusts sizes; writing gives the same bytes for the same entries (fixed time, fixed order).

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quyche {

/// What an archive may cost; past a limit reading ends with Error archive.too-large.
struct ArchiveLimits {
  std::size_t entries = 10'000;
  std::uint64_t total_bytes = 512ULL << 20U;  ///< all entries unpacked
  std::uint64_t ratio = 1'000;                ///< unpacked : packed of one entry larger than 1 MiB
};

/// One entry as it is packed. `method` is 0 (stored) or 8 (deflate).
struct ArchiveEntry {
  std::string name;
  std::string packed;
  std::uint16_t method = 8;
  std::uint32_t crc = 0;
  std::uint64_t size = 0;  ///< unpacked, bytes
};

/// Reads the central directory and copies every entry. Throws Error: archive.not-a-zip,
/// archive.damaged, archive.encrypted, archive.method, archive.bad-name (absolute, .., backslash),
/// archive.duplicate-name, archive.too-large. `file` names the place in findings.
[[nodiscard]] std::vector<ArchiveEntry> read_archive(std::string_view bytes,
                                                     const std::string& file,
                                                     const ArchiveLimits& limits = {});

/// Unpacks one entry, checking size and CRC. Throws Error archive.damaged.
[[nodiscard]] std::string unpack(const ArchiveEntry& entry, const std::string& file);

/// Whether what it holds may have all these bytes, as far as can be told without unpacking it.
[[nodiscard]] bool may_hold(const ArchiveEntry& entry, std::string_view bytes);

/// What it begins with: at least `length` bytes, or all of it when it is shorter. Nothing is
/// checked; empty where the data are damaged.
[[nodiscard]] std::string unpack_start(const ArchiveEntry& entry, std::size_t length);

/// Deflates with libdeflate at one level. Not shared between threads; reuse it.
class Compressor {
 public:
  explicit Compressor(int level = 6);
  ~Compressor();
  Compressor(Compressor&&) noexcept;
  Compressor& operator=(Compressor&&) noexcept;

  [[nodiscard]] ArchiveEntry pack(std::string name, std::string_view data);
  /// As above, into an entry that already has its name; reuses its memory.
  void pack_into(ArchiveEntry& entry, std::string_view data);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Appends a whole archive of `entries`, in their order, to `out`. Entries may be shared by many
/// archives. Time of every entry: 1980-01-01 00:00, as Office writes it.
void write_archive(std::span<const ArchiveEntry* const> entries, std::string& out);
[[nodiscard]] std::string write_archive(std::span<const ArchiveEntry> entries);

}  // namespace quyche
