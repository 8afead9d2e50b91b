#include <string>

#include "base/environment.hpp"
#include "fuzz/targets.hpp"
#include "meeting/meeting_check.hpp"
#include "meeting/meeting_file.hpp"

namespace quyche {

/// The bytes as the JSON record of a meeting that is checked and written again.
void fuzz_meeting(std::string_view bytes) {
  static const std::string k_file = QUYCHE_SOURCE_DIR "/templates/meetings/rules/rules.xml";
  static const meeting::Rules k_rules(DiskFiles().read(k_file), k_file);
  try {
    const auto record = meeting::read_meeting(std::string(bytes), "tep.json");
    static_cast<void>(meeting::check_meeting(record, k_rules, false));
    static_cast<void>(meeting::write_meeting(record));
  } catch (const Error&) {
  }
}

}  // namespace quyche
