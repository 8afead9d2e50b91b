#include "docx/package.hpp"

namespace quyche {

std::vector<ArchiveEntry> pack_parts(const std::vector<Part>& parts, Compressor& compressor) {
  std::vector<ArchiveEntry> entries;
  entries.reserve(parts.size());
  for (const auto& part : parts) entries.push_back(compressor.pack(part.name, part.data));
  return entries;
}

}  // namespace quyche
