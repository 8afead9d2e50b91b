#pragma once
// Deflates what comes piece by piece, so that memory does not grow with it; streams that were ended
// at a byte can stand one after the other. For sheets of any length (Compressor is faster, and
// needs all of a text at once). Owns zlib's state.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace quyche {

/// Of bytes that were packed: what an archive says of them.
struct PackedSum {
  std::uint32_t crc = 0;
  std::uint64_t size = 0;    ///< unpacked, bytes
  std::uint64_t packed = 0;  ///< bytes
  /// The sum of these bytes and those of `next` after them.
  [[nodiscard]] PackedSum then(const PackedSum& next) const;
};

class DeflateStream {
 public:
  DeflateStream();
  ~DeflateStream();
  DeflateStream(const DeflateStream&) = delete;
  DeflateStream& operator=(const DeflateStream&) = delete;

  enum class End {
    none,  ///< more will come
    byte,  ///< another stream follows
    all,   ///< nothing follows
  };
  /// Appends to `out` what is packed so far.
  void write(std::string_view bytes, std::string& out, End end = End::none);
  [[nodiscard]] const PackedSum& sum() const { return sum_; }

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
  PackedSum sum_;
};

}  // namespace quyche
