#pragma once
// Text from before Unicode: TCVN3 (ABC) and VNI, which show as "Uû ban nh©n d©n" when read as
// Latin-1/Windows-1252. Detection, and conversion both ways.

#include <optional>
#include <string>
#include <string_view>

namespace quyche {

enum class LegacyEncoding { tcvn3, vni };

/// Which legacy encoding a UTF-8 text (its bytes taken for Windows-1252) comes from, or nothing.
/// Never true for proper Vietnamese, Western names or URLs; therefore a text of one or two words
/// may stay undecided: pass a paragraph or the cells of a column together.
[[nodiscard]] std::optional<LegacyEncoding> detect_legacy(std::string_view text);
/// Mojibake → Vietnamese in NFC. TCVN3 has one code for both cases of a letter with a tone; such
/// letters become small, except in words and lines that are written in capitals otherwise
/// ("TØNH" → "TỈNH").
[[nodiscard]] std::string from_legacy(std::string_view text, LegacyEncoding encoding);
/// Vietnamese → mojibake: how the text looks in such a file. For tests and for old
/// programs. Characters the encoding lacks stay as they are.
[[nodiscard]] std::string to_legacy(std::string_view text, LegacyEncoding encoding);

}  // namespace quyche
