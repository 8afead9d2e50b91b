#pragma once
// The letters of TCVN3 (ABC) and VNI, for legacy_encoding.cpp and legacy_detection.cpp. A code is
// what a byte, or two, look like in Windows-1252.

#include <map>
#include <string>

#include "base/legacy_encoding.hpp"

namespace quyche {

struct LegacyTable {
  std::map<std::u32string, char32_t> letters;  ///< code → Vietnamese letter
  std::map<char32_t, std::u32string> codes;    ///< and back
};

[[nodiscard]] const LegacyTable& legacy_table(LegacyEncoding encoding);

/// Conversion of letters alone, without repair of capitals.
[[nodiscard]] std::u32string letters_of(std::u32string_view text, const LegacyTable& table);

/// TCVN3 keeps no case in letters with a tone. Gives them capitals in words that are written in
/// capitals otherwise ("TỉNH"), and in short words ("Xã") on a line where every word is.
void repair_capitals(std::u32string& text);

}  // namespace quyche
