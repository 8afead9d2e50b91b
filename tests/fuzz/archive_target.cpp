#include "base/archive.hpp"
#include "fuzz/targets.hpp"
#include "quyche/diagnostic.hpp"

namespace quyche {
namespace {

const ArchiveLimits k_limits{100, 8UL << 20U, 1'000};

/// What was said not to be in packed data must not come out of them, whatever their sum is.
void unpack_and_compare(const ArchiveEntry& entry) {
  if (!may_hold(entry, "!") && unpack_start(entry, entry.size).find('!') != std::string::npos) {
    __builtin_trap();
  }
  static_cast<void>(unpack(entry, "tep.zip"));
}

}  // namespace

/// Reading, unpacking, and reading again what was written.
void fuzz_archive(std::string_view bytes) {
  try {
    const auto entries = read_archive(bytes, "tep.zip", k_limits);
    for (const auto& entry : entries) unpack_and_compare(entry);
    if (read_archive(write_archive(entries), "tep.zip", k_limits).size() != entries.size()) {
      __builtin_trap();
    }
  } catch (const Error&) {
  }
}

}  // namespace quyche
