#pragma once
// An entry of an archive unpacked piece by piece, so that memory does not grow with it (unpack() is
// faster, and needs all of it at once). For sheets of any length; owns zlib's state.

#include <memory>
#include <string>

#include "base/archive_directory.hpp"
#include "base/byte_source.hpp"

namespace quyche {

/// The packed bytes must outlive the source. Its size and sum are checked where it ends: read()
/// throws Error archive.damaged as unpack() does.
[[nodiscard]] std::unique_ptr<ByteSource> inflated_bytes(DirectoryEntry entry,
                                                         const std::string& file);

}  // namespace quyche
