#pragma once
// Parts of a Word document packed as the entries of its archive.

#include <vector>

#include "base/archive.hpp"
#include "docx/composer.hpp"

namespace quyche {

[[nodiscard]] std::vector<ArchiveEntry> pack_parts(const std::vector<Part>& parts,
                                                   Compressor& compressor);

}  // namespace quyche
