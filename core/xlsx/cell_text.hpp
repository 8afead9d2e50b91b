#pragma once
// Text of cells: the table of shared strings, and the rules for what stands between <is> or <si>
// tags. For workbook_reader.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_source.hpp"
#include "base/xml_scanner.hpp"

namespace quyche {

/// Text as it is kept: NFC, "_x000D_" and the like resolved, no control characters but line ends.
[[nodiscard]] std::string cell_text(std::string text);

/// Reads the content of the string element (si, is) the scanner just entered, up to its end: its
/// runs joined, phonetic runs left out.
[[nodiscard]] std::string read_string(XmlScanner& scanner);

/// All shared strings by index. Throws Error xlsx.too-large, xml.*.
[[nodiscard]] std::vector<std::string> read_shared_strings(ByteSource& part,
                                                           const std::string& place);

}  // namespace quyche
