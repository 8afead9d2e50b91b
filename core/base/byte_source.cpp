#include "base/byte_source.hpp"

#include <utility>

#include "base/text.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_bytes_at_once = 256U << 10U;

class MemoryBytes final : public ByteSource {
 public:
  explicit MemoryBytes(std::string bytes) : bytes_(std::move(bytes)) {}

  bool read(std::string& out, std::size_t size) override {
    const auto piece = std::string_view(bytes_).substr(at_, size);
    out.append(piece);
    at_ += piece.size();
    return !piece.empty();
  }
  void rewind() override { at_ = 0; }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

// Where the last letter begins that may go on in the next piece.
std::size_t whole_letters(std::string_view bytes) {
  constexpr std::size_t k_longest = 4;
  for (std::size_t back = 1; back < k_longest && back <= bytes.size(); ++back) {
    const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
    if ((byte & 0xC0U) == 0x80U) continue;
    const std::size_t length = byte >= 0xF0U ? 4 : byte >= 0xE0U ? 3 : byte >= 0xC0U ? 2 : 1;
    return length > back ? bytes.size() - back : bytes.size();
  }
  return bytes.size();
}

}  // namespace

std::unique_ptr<ByteSource> bytes_in_memory(std::string bytes) {
  return std::make_unique<MemoryBytes>(std::move(bytes));
}

std::string all_bytes(ByteSource& source) {
  source.rewind();
  std::size_t size = 0;
  for (std::string piece; source.read(piece, k_bytes_at_once); piece.clear()) size += piece.size();
  source.rewind();
  std::string all;
  all.reserve(size + k_bytes_at_once);  // one that grew would be twice as large for a moment
  while (source.read(all, k_bytes_at_once)) {
  }
  return all;
}

bool is_utf8(ByteSource& source, const std::function<void(std::string_view)>& look) {
  source.rewind();
  std::string piece;
  bool good = true;
  while (good && source.read(piece, k_bytes_at_once)) {
    const auto whole = std::string_view(piece).substr(0, whole_letters(piece));
    good = is_utf8(whole);
    if (good) look(whole);
    piece.erase(0, whole.size());
  }
  source.rewind();
  return good && piece.empty();
}

bool is_utf8(ByteSource& source, bool no_zeros) {
  bool has_zero = false;
  const bool good = is_utf8(source, [&](std::string_view piece) {
    has_zero = has_zero || (no_zeros && piece.find('\0') != std::string_view::npos);
  });
  return good && !has_zero;
}

}  // namespace quyche
