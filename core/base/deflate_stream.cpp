#include "base/deflate_stream.hpp"

#include <zlib.h>

#include <array>
#include <new>

namespace quyche {
namespace {

// The first megabytes are packed as tightly as elsewhere, the rest fast: a long list is then a
// fifth larger and takes a third of the time.
constexpr int k_tight = 6;
constexpr int k_fast = 2;
constexpr std::uint64_t k_tight_bytes = 2U << 20U;
constexpr int k_raw_window = -15;  // no header: archives have their own
constexpr int k_memory = 9;
constexpr std::size_t k_room = 64U << 10U;

int flush_of(DeflateStream::End end) {
  if (end == DeflateStream::End::all) return Z_FINISH;
  return end == DeflateStream::End::byte ? Z_FULL_FLUSH : Z_NO_FLUSH;
}

}  // namespace

struct DeflateStream::Impl {
  z_stream stream{};
  bool is_fast = false;
  std::array<char, k_room> room{};

  void take_out(std::string& out) {
    out.append(room.data(), room.size() - stream.avail_out);
    make_room();
  }
  // What is waiting is packed as before.
  void go_fast(std::string& out) {
    is_fast = true;
    while (deflateParams(&stream, k_fast, Z_DEFAULT_STRATEGY) == Z_BUF_ERROR) take_out(out);
  }
  void make_room() {
    stream.next_out = reinterpret_cast<Bytef*>(room.data());
    stream.avail_out = static_cast<uInt>(room.size());
  }
};

PackedSum PackedSum::then(const PackedSum& next) const {
  const auto whole = crc32_combine(crc, next.crc, static_cast<z_off_t>(next.size));
  return {static_cast<std::uint32_t>(whole), size + next.size, packed + next.packed};
}

DeflateStream::DeflateStream() : impl_(std::make_unique<Impl>()) {
  const auto made =
      deflateInit2(&impl_->stream, k_tight, Z_DEFLATED, k_raw_window, k_memory, Z_DEFAULT_STRATEGY);
  if (made != Z_OK) throw std::bad_alloc();
  impl_->make_room();
}

DeflateStream::~DeflateStream() { deflateEnd(&impl_->stream); }

void DeflateStream::write(std::string_view bytes, std::string& out, End end) {
  const auto before = out.size();
  auto& stream = impl_->stream;
  const auto* data = reinterpret_cast<const Bytef*>(bytes.data());
  sum_.crc = static_cast<std::uint32_t>(crc32_z(sum_.crc, data, bytes.size()));
  sum_.size += bytes.size();
  if (!impl_->is_fast && sum_.size > k_tight_bytes) impl_->go_fast(out);
  stream.next_in = const_cast<Bytef*>(data);  // zlib changes no input
  stream.avail_in = static_cast<uInt>(bytes.size());
  bool is_full = false;
  do {
    deflate(&stream, flush_of(end));
    is_full = stream.avail_out == 0;
    impl_->take_out(out);
  } while (is_full);
  sum_.packed += out.size() - before;
}

}  // namespace quyche
