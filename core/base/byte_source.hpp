#pragma once
// Bytes read from front to back in pieces, as often as needed: a file, or a text in memory. For
// readers of files whose length memory is not to follow.

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace quyche {

class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;
  /// Appends up to `size` of the next bytes to `out`; false when nothing is left. Throws Error
  /// file.*.
  virtual bool read(std::string& out, std::size_t size) = 0;
  virtual void rewind() = 0;
};

/// A text in memory; owned.
[[nodiscard]] std::unique_ptr<ByteSource> bytes_in_memory(std::string bytes);

/// All bytes, from the first on.
[[nodiscard]] std::string all_bytes(ByteSource& source);

/// Whether the bytes are UTF-8; with `no_zeros` also without a zero byte, as text is. Rewinds.
[[nodiscard]] bool is_utf8(ByteSource& source, bool no_zeros = false);
/// The same; `look` is shown all bytes, piece by piece, as far as they are UTF-8.
[[nodiscard]] bool is_utf8(ByteSource& source, const std::function<void(std::string_view)>& look);

}  // namespace quyche
