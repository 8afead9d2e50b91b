#include "base/archive.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <new>
#include <utility>

#include "base/archive_directory.hpp"
#include "base/archive_header.hpp"
#include "base/deflate_codes.hpp"

namespace quyche {
namespace {

constexpr std::uint64_t k_deflate_ratio = 1032;  // deflate cannot pack tighter
constexpr std::size_t k_most_entries = 0xFFFE;

struct FreeDecompressor {
  void operator()(libdeflate_decompressor* it) const { libdeflate_free_decompressor(it); }
};
struct FreeCompressor {
  void operator()(libdeflate_compressor* it) const { libdeflate_free_compressor(it); }
};

libdeflate_decompressor* decompressor() {
  thread_local const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> k_mine(
      libdeflate_alloc_decompressor());
  if (!k_mine) throw std::bad_alloc();
  return k_mine.get();
}

ArchiveHeader header_of(const ArchiveEntry& entry) {
  return {entry.name, entry.method, entry.crc, entry.size, entry.packed.size()};
}

void check_writable(std::span<const ArchiveEntry* const> entries) {
  std::uint64_t total = 0;
  std::size_t names = 0;
  for (const auto* entry : entries) {
    total += 128 + 2 * entry->name.size() + entry->packed.size();
    names = std::max(names, entry->name.size());
    if (entry->size > k_largest_archive)
      refuse_archive("archive.too-large", {}, entry->name, "hint.archive-total");
  }
  if (total > k_largest_archive || entries.size() > k_most_entries || names > 0xFFFF) {
    refuse_archive("archive.too-large", {}, {}, "hint.archive-total");
  }
}

}  // namespace

std::vector<ArchiveEntry> read_archive(std::string_view bytes, const std::string& file,
                                       const ArchiveLimits& limits) {
  std::vector<ArchiveEntry> entries;
  const auto directory = read_directory(bytes, file, limits);
  entries.reserve(directory.size());
  for (const auto& listed : directory) {
    entries.push_back({std::string(listed.name), std::string(listed.data), listed.method,
                       listed.crc, listed.size});
  }
  return entries;
}

std::string unpack(const ArchiveEntry& entry, const std::string& file) {
  const auto damaged = [&](const char* hint) {
    refuse_archive("archive.damaged", file, entry.name, hint);
  };
  std::string out;
  if (entry.method == 0) {
    if (entry.size != entry.packed.size()) damaged("hint.archive-size");
    out = entry.packed;
  } else {
    // A size no packed data of this length can reach is a lie; nothing is set aside for it.
    if (entry.size / k_deflate_ratio > entry.packed.size()) damaged("hint.archive-size");
    out.resize(entry.size);
    std::size_t used = 0;
    const auto result =
        libdeflate_deflate_decompress_ex(decompressor(), entry.packed.data(), entry.packed.size(),
                                         out.data(), out.size(), &used, nullptr);
    if (result == LIBDEFLATE_BAD_DATA) damaged("hint.archive-data");
    if (result != LIBDEFLATE_SUCCESS || used != entry.packed.size()) damaged("hint.archive-size");
  }
  if (libdeflate_crc32(0, out.data(), out.size()) != entry.crc) damaged("hint.archive-crc");
  return out;
}

bool may_hold(const ArchiveEntry& entry, std::string_view bytes) {
  return entry.method == 0 || may_hold(entry.packed, bytes);
}

std::string unpack_start(const ArchiveEntry& entry, std::size_t length) {
  if (entry.method == 0) return entry.packed.substr(0, length);
  // libdeflate writes what fits before it says that there is no more room. A piece that did not fit
  // may be missing (258 bytes at most), and what it wrote last of another be too long.
  constexpr std::size_t k_unsure = 384;
  std::string out(length + k_unsure, '\0');
  std::size_t used = 0;
  std::size_t written = 0;
  const auto result =
      libdeflate_deflate_decompress_ex(decompressor(), entry.packed.data(), entry.packed.size(),
                                       out.data(), out.size(), &used, &written);
  if (result == LIBDEFLATE_SUCCESS) {
    out.resize(written);
  } else {
    out.resize(result == LIBDEFLATE_INSUFFICIENT_SPACE ? length : 0);
  }
  return out;
}

struct Compressor::Impl {
  std::unique_ptr<libdeflate_compressor, FreeCompressor> deflate;
  std::string packed;  // large enough for any input so far
};

Compressor::Compressor(int level) : impl_(std::make_unique<Impl>()) {
  impl_->deflate.reset(libdeflate_alloc_compressor(level));
  if (!impl_->deflate) throw std::bad_alloc();
}
Compressor::~Compressor() = default;
Compressor::Compressor(Compressor&&) noexcept = default;
Compressor& Compressor::operator=(Compressor&&) noexcept = default;

ArchiveEntry Compressor::pack(std::string name, std::string_view data) {
  ArchiveEntry entry;
  entry.name = std::move(name);
  pack_into(entry, data);
  return entry;
}

void Compressor::pack_into(ArchiveEntry& entry, std::string_view data) {
  entry.crc = libdeflate_crc32(0, data.data(), data.size());
  entry.size = data.size();
  // One byte less than the data is enough room: what does not get smaller is stored.
  if (impl_->packed.size() < data.size()) impl_->packed.resize(data.size());
  const std::size_t room = data.empty() ? 0 : data.size() - 1;
  const std::size_t packed = libdeflate_deflate_compress(impl_->deflate.get(), data.data(),
                                                         data.size(), impl_->packed.data(), room);
  entry.method = packed == 0 ? 0 : 8;
  if (packed == 0) {
    entry.packed.assign(data);
  } else {
    entry.packed.assign(impl_->packed, 0, packed);
  }
}

void write_archive(std::span<const ArchiveEntry* const> entries, std::string& out) {
  check_writable(entries);
  std::size_t whole = out.size() + 22;
  for (const auto* entry : entries) whole += 76 + 2 * entry->name.size() + entry->packed.size();
  out.reserve(whole);
  const std::size_t start = out.size();
  std::vector<std::uint64_t> offsets;
  offsets.reserve(entries.size());
  for (const auto* entry : entries) {
    offsets.push_back(out.size() - start);
    append_local_header(out, header_of(*entry));
    out += entry->packed;
  }
  const std::size_t directory = out.size() - start;
  for (std::size_t index = 0; index < entries.size(); ++index) {
    append_directory_header(out, header_of(*entries[index]), offsets[index]);
  }
  append_archive_end(out, entries.size(), directory, out.size() - start - directory);
}

std::string write_archive(std::span<const ArchiveEntry> entries) {
  std::vector<const ArchiveEntry*> pointers;
  pointers.reserve(entries.size());
  for (const auto& entry : entries) pointers.push_back(&entry);
  std::string out;
  write_archive(pointers, out);
  return out;
}

}  // namespace quyche
