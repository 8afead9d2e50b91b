#pragma once
// A string in JSON: its letters with what escapes mean.

#include <cstddef>
#include <string_view>

namespace quyche {

/// Thrown to leave a reader of JSON from any depth: it is not JSON, or better left to the library.
struct NotRead {};

/// Bytes behind the last letter that reading may write to.
inline constexpr std::size_t k_json_text_room = 16;

struct JsonText {
  std::size_t length = 0;  ///< bytes of what is meant: no more than of what is written
  std::size_t behind = 0;  ///< the closing quotation mark
  bool stays = true;  ///< in NFC, as its letters show; of raw letters past ASCII it is not known
};

/// The string whose first letter stands at `at`, written to `out`: room for the rest of `json` and
/// k_json_text_room. Whether it is UTF-8 is not looked at. Throws NotRead.
[[nodiscard]] JsonText read_json_text(std::string_view json, std::size_t at, char* out);

}  // namespace quyche
