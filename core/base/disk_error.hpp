#pragma once
// What the operating system said, as an Error a clerk understands. For DiskFiles.

#include <cerrno>
#include <string>

#include "quyche/diagnostic.hpp"

namespace quyche {

/// The finding for `reason` (an errno) at `path`: file.not-found, file.no-access, file.no-space …,
/// else file.failed with the system's own words.
[[nodiscard]] Diagnostic disk_finding(const std::string& path, int reason);
/// A file larger than is read: file.too-large. What the system lets nobody write is
/// file.past-limit.
[[nodiscard]] Diagnostic too_large_finding(const std::string& path);
[[noreturn]] void fail_on_disk(const std::string& path, int reason = errno);

}  // namespace quyche
