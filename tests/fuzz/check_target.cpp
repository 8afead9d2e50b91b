#include <string>
#include <vector>

#include "base/archive.hpp"
#include "base/environment.hpp"
#include "check/checker.hpp"
#include "fuzz/targets.hpp"

namespace quyche {
namespace {

std::vector<FormatProfile> all_profiles() {
  const DiskFiles disk;
  const std::string folder = QUYCHE_SOURCE_DIR "/templates/formats";
  std::vector<FormatProfile> profiles;
  for (const auto& name : disk.list(folder)) {
    if (!name.ends_with(".xml")) continue;
    profiles.push_back(read_format_profile(disk.read(folder + "/" + name), name));
  }
  return profiles;
}

}  // namespace

/// The bytes as the main part of a Word document that is measured.
void fuzz_check(std::string_view bytes) {
  static const auto k_profiles = all_profiles();
  Compressor compressor(1);
  std::vector<ArchiveEntry> entries;
  entries.push_back(compressor.pack("word/document.xml", bytes));
  std::string chosen;
  try {
    static_cast<void>(
        check::check_document(write_archive(entries), "tep.docx", k_profiles, {}, chosen));
  } catch (const Error&) {
  }
}

}  // namespace quyche
