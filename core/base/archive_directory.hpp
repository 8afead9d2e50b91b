#pragma once
// The central directory of a ZIP file: where each entry lies and what it claims to be, checked
// against the bytes there are and against the limits before anything is copied. For archive.cpp.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/archive.hpp"

namespace quyche {

/// One entry as the directory lists it; `data` is its packed bytes. Name and data lie in the
/// archive.
struct DirectoryEntry {
  std::string_view name;
  std::uint16_t method = 0;
  std::uint32_t crc = 0;
  std::uint64_t size = 0;
  std::string_view data;
};

/// Throws the Errors that read_archive names.
[[nodiscard]] std::vector<DirectoryEntry> read_directory(std::string_view bytes,
                                                         const std::string& file,
                                                         const ArchiveLimits& limits);

/// Throws Error `code` at the entry (none when the name is empty), with the hint that says why.
[[noreturn]] void refuse_archive(const char* code, const std::string& file, std::string_view entry,
                                 const char* hint);

}  // namespace quyche
